#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox';

const help = `Usage: npx react-360dialog-connect sandbox [--port N] [--host H]

Starts a local stand-in for 360dialog's onboarding hub. It is not 360dialog.

  --port N   the port; without it, the first free one from 3600 on; 0 for any
  --host H   the host name or address to listen on (default: localhost)
  --help     this text
  --version  the version of the package
`;

const usageError = 2;

/** Reads the command line; throws an Error with a message for people. */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) return { asked: 'help' } as const;
  if (values.version) return { asked: 'version' } as const;
  if (!command) throw new Error('A command is missing.');
  if (command !== 'sandbox') throw new Error(`Unknown command: ${command}`);
  if (rest.length > 0) throw new Error(`Unexpected: ${rest.join(' ')}`);
  if (values.host === '') throw new Error('--host must not be empty.');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port!) && port < 65_536)) {
    throw new Error(`--port must be a number from 0 to 65535, not "${values.port}".`);
  }
  return { asked: 'sandbox', options: { port, host: values.host } } as const;
}

/** As package.json has it, which is as far from `dist/cli` as from `src/cli`. */
function packageVersion(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

const greeting = ({ url, onboardingUrl, partnerApiUrl }: Sandbox) => `
  360dialog sandbox (a local stand-in: not 360dialog, nothing in it is real)

  start page     ${url}
  onboardingUrl  ${onboardingUrl}
  Partner API    ${partnerApiUrl}

  How to use it:
    1. Give the button the onboardingUrl above, as it stands, with {partnerId} in it.
    2. Also give it queryParameters={{ redirect_url: '<your redirect page>' }}.
    3. Any partner ID works; aAbBcCPA pays for its clients, dDeEfFPA lets them pay, sSiIgGPA
       wants IO Signatures.
    4. Click the button, and sign up with any e-mail and any password.
    5. Ctrl-C ends the sandbox and forgets everything.

`;

async function main(): Promise<void> {
  let request: ReturnType<typeof readArguments>;
  try {
    request = readArguments();
  } catch (error) {
    // Node goes on about options that begin with a dash.
    const [message] = (error as Error).message.split('. To specify');
    process.stderr.write(`${message}\n\n${help}`);
    process.exitCode = usageError;
    return;
  }
  if (request.asked === 'help') {
    process.stdout.write(help);
    return;
  }
  if (request.asked === 'version') {
    process.stdout.write(`${packageVersion()}\n`);
    return;
  }
  try {
    const sandbox = await startSandbox(request.options);
    process.stdout.write(greeting(sandbox));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void sandbox.close());
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

void main();
