/** `npm start`: the sandbox hub and Storybook beside it, until Ctrl-C. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { startSandbox } from 'react-360dialog-connect/sandbox';

const host = 'localhost';

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });

async function firstFreePort(port: number): Promise<number> {
  return (await isFree(port)) ? port : firstFreePort(port + 1);
}

const sandbox = await startSandbox({ host });
const port = await firstFreePort(Number(process.env['STORYBOOK_PORT'] ?? 6006));
const storybookUrl = `http://${host}:${port}`;

const bin = createRequire(import.meta.url).resolve('storybook/internal/bin/dispatcher');
const storybook = spawn(
  process.execPath,
  [bin, 'dev', '--ci', '--quiet', '--no-version-updates', '--loglevel', 'warn']
    .concat('--host', host, '--port', String(port), '--exact-port')
    .concat(process.argv.slice(2)),
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, STORYBOOK_ONBOARDING_URL: sandbox.onboardingUrl },
    // A group of its own, so that Storybook's own children end with it.
    detached: true,
  },
);

let isOver = false;
async function stop() {
  if (isOver) return;
  isOver = true;
  try {
    process.kill(-storybook.pid!, 'SIGTERM');
  } catch {
    // It has ended already.
  }
  await sandbox.close();
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
storybook.once('exit', (code) => {
  if (!isOver) process.exitCode = code || 1;
  stop();
});

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
while (!isOver && !(await answers(`${storybookUrl}/index.json`))) {
  await new Promise((resolve) => setTimeout(resolve, 200));
}
if (!isOver) {
  process.stdout.write(`
  Try it       ${storybookUrl}/?path=/story/try-it--connect
  Storybook    ${storybookUrl}
  Sandbox hub  ${sandbox.url}

  Ctrl-C ends both.
`);
}
