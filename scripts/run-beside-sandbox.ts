import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Sandbox, startSandbox } from 'react-360dialog-connect/sandbox';

const host = 'localhost';

/** A web server that is to have a sandbox at hand. */
type Companion = {
  /** Where it listens; the next free port where this one is busy. */
  port: number;
  /** Starts it, in a process group of its own, so that its children end with it. */
  start(port: number, sandbox: Sandbox): ChildProcess | Promise<ChildProcess>;
  /** What it answers as soon as it is ready, such as `/index.json`. */
  readyPath: string;
  /** What to say then. */
  greeting(url: string, sandbox: Sandbox): string;
};

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

async function firstFreePort(port: number): Promise<number> {
  return (await isFree(port)) ? port : firstFreePort(port + 1);
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Runs a web server and the sandbox hub, until Ctrl-C or until the server ends by itself. */
export async function runBesideSandbox(companion: Companion): Promise<void> {
  const sandbox = await startSandbox({ host });
  const port = await firstFreePort(companion.port);
  const url = `http://${host}:${port}`;
  const server = await companion.start(port, sandbox);
  const ended = once(server, 'exit');

  let isOver = false;
  const stop = () => {
    isOver = true;
    try {
      process.kill(-server.pid!, 'SIGTERM');
    } catch {
      // It has ended already.
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  ended.then(([code]) => {
    if (!isOver) process.exitCode = code || 1;
    stop();
  });

  while (!isOver && !(await answers(url + companion.readyPath))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  if (!isOver) process.stdout.write(companion.greeting(url, sandbox));
  await ended;
  await sandbox.close();
}
