/** `npm start`: the sandbox hub and Storybook beside it, until Ctrl-C. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { runBesideSandbox } from './run-beside-sandbox';

const bin = createRequire(import.meta.url).resolve('storybook/internal/bin/dispatcher');

await runBesideSandbox({
  port: Number(process.env['STORYBOOK_PORT'] ?? 6006),
  readyPath: '/index.json',
  start: (port, { onboardingUrl }) =>
    spawn(
      process.execPath,
      [bin, 'dev', '--ci', '--quiet', '--no-version-updates', '--loglevel', 'warn']
        .concat('--host', 'localhost', '--port', String(port), '--exact-port')
        .concat(process.argv.slice(2)),
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, STORYBOOK_ONBOARDING_URL: onboardingUrl },
        detached: true,
      },
    ),
  greeting: (url, sandbox) => `
  Try it       ${url}/?path=/story/try-it--connect
  Storybook    ${url}
  Sandbox hub  ${sandbox.url}

  Ctrl-C ends both.
`,
});
