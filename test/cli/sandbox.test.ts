// @vitest-environment node
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startSandbox } from 'react-360dialog-connect/sandbox';
import { afterEach, expect, it } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };

const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
});

/** Runs the command; `onOutput` gets all that was printed so far. */
function run(args: string[], onOutput: (output: string, child: ChildProcess) => void = () => {}) {
  const started = spawn(process.execPath, ['--import', 'tsx', cli, ...args]);
  child = started;
  return new Promise<{ code: number | null; output: string; errors: string }>((resolve) => {
    let output = '';
    let errors = '';
    started.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    started.stdout.on('data', (chunk) => {
      output += chunk;
      onOutput(output, started);
    });
    started.on('close', (code) => resolve({ code, output, errors }));
  });
}

it.each(['SIGINT', 'SIGTERM'] as const)('prints its addresses and ends on %s', async (signal) => {
  const served: Promise<number>[] = [];

  const { code, output, errors } = await run(['sandbox', '--port', '0'], (printed, process) => {
    const url = /http:\/\/localhost:\d+/.exec(printed)?.[0];
    if (!url || served.length > 0) return;
    served.push(fetch(url).then((response) => response.status));
    served[0]?.finally(() => process.kill(signal));
  });

  expect(await served[0]).toBe(200);
  expect(output).toMatch(/onboardingUrl +http:\/\/localhost:\d+\/onboarding\/\{partnerId\}/);
  expect(errors).toBe('');
  expect(code).toBe(0);
});

it('explains itself with --help', async () => {
  const { code, output } = await run(['--help']);

  expect(code).toBe(0);
  expect(output).toContain('Usage: npx react-360dialog-connect sandbox [--port N] [--host H]');
  expect(output).toContain('--version');
});

it('tells its version, that of the package, with --version', async () => {
  const { code, output, errors } = await run(['--version']);

  expect({ code, output, errors }).toEqual({ code: 0, output: `${version}\n`, errors: '' });
});

it.each([
  [[], 'A command is missing.'],
  [['sandpit'], 'Unknown command: sandpit'],
  [['sandbox', 'now'], 'Unexpected: now'],
  [['sandbox', '--prot', '1'], "Unknown option '--prot'"],
  [['sandbox', '--port', 'x'], '--port must be a number from 0 to 65535, not "x".'],
])('refuses %j with exit code 2', async (args, message) => {
  const { code, errors } = await run(args);

  expect(code).toBe(2);
  expect(errors).toContain(message);
  expect(errors).toContain('Usage:');
  expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
});

it('says that a port is busy', async () => {
  const sandbox = await startSandbox({ port: 0 });
  const { port } = new URL(sandbox.url);

  const { code, errors } = await run(['sandbox', '--port', port]);

  expect(code).toBe(1);
  expect(errors).toContain(`Port ${port} on localhost is busy.`);
  await sandbox.close();
});
