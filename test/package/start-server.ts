import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { partnerId, platformSecret } from '../examples/promises-of-an-endpoint';

export type RunningServer = { url: string; stop(): Promise<void> };

/** Starts a server of an app, and waits until it says where it is. */
export async function startServer(
  folder: string,
  program: string,
  args: string[],
  port = 0,
): Promise<RunningServer> {
  const running = spawn(program, args, {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      D360_PARTNER_ID: partnerId,
      D360_PLATFORM_SECRET: platformSecret,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    // A program of npm's may be a script that starts another one.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(running, 'exit');
  const stop = async () => {
    if (running.exitCode === null) process.kill(-running.pid!, 'SIGKILL');
    await exit;
  };
  let text = '';
  const address = new Promise<string>((resolve) => {
    const read = (data: Buffer) => {
      text += data;
      const found = /http:\/\/[^/\s]+:(\d+)/.exec(text);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    running.stdout.on('data', read);
    running.stderr.on('data', read);
  });
  const url = await Promise.race([address, exit.then(() => undefined)]);
  if (url) return { url, stop };
  throw new Error(`${program} did not start: ${text}`);
}
