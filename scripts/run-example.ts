/**
 * `npm run example vite-react`: packs the library, installs it into a copy of the example, and runs that
 * beside the sandbox, until Ctrl-C. What follows the name goes to the example's own `npm run dev`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Sandbox,
  sandboxPartnerApiKey,
  sandboxPlatformSecret,
} from 'react-360dialog-connect/sandbox';
import { copyProject, type ExampleName, redirectPages, webhookPaths } from './examples';
import { installPackages } from './install-packages';
import { pack } from './pack';
import { runBesideSandbox } from './run-beside-sandbox';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** What the README's third step does by hand: it leads each button to the sandbox. */
function leadToSandbox(folder: string, onboardingUrl: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.([jt]sx?|html|vue|svelte)$/.test(path) && !path.startsWith('node_modules'),
  );
  for (const file of files) {
    const path = join(folder, file);
    // Svelte takes attributes that begin with `on` for events.
    const inTag = file.endsWith('.svelte')
      ? `{@attach (element) => element.setAttribute('onboarding-url', '${onboardingUrl}')}`
      : `onboarding-url="${onboardingUrl}"`;
    const text = readFileSync(path, 'utf8')
      .replace(/\bpartnerId="\w+"/g, `$& onboardingUrl="${onboardingUrl}"`)
      .replace(/\bpartner-id="\w+"/g, `$& ${inTag}`)
      .replace(/\bpartnerId: '\w+'/g, `$&, onboardingUrl: '${onboardingUrl}'`);
    writeFileSync(path, text);
  }
}

type PartnerUrls = { redirectUrl: string; webhookUrl: string | null };

/** Sets the partner's addresses, as one does by the Partner API. */
async function setUrls(sandbox: Sandbox, urls: PartnerUrls): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(urls);
  const { ok } = await fetch(`${sandbox.url}/__scenario`, { method: 'POST', headers, body });
  if (!ok) throw new Error('The sandbox refused the addresses.');
}

/** What an app of yours gets from 360dialog and Meta. */
const environment = (sandbox: Sandbox) => ({
  NEXT_TELEMETRY_DISABLED: '1',
  // The sandbox's partner with IO Signatures.
  D360_PARTNER_ID: 'sSiIgGPA',
  D360_PLATFORM_SECRET: sandboxPlatformSecret,
  D360_PARTNER_API_KEY: sandboxPartnerApiKey,
  D360_PARTNER_API_URL: sandbox.partnerApiUrl,
  D360_SOLUTION_ID: '12345678901234',
  VITE_SOLUTION_ID: '12345678901234',
  VITE_META_APP_ID: '1234567890',
  VITE_META_CONFIG_ID: '9876543210',
  VITE_FACEBOOK_SDK_URL: sandbox.facebookSdkUrl,
});

async function runExample(name: ExampleName, folder: string, args: string[]): Promise<void> {
  const start = async (port: number, sandbox: Sandbox): Promise<ChildProcess> => {
    leadToSandbox(folder, sandbox.onboardingUrl);
    const app = `http://localhost:${port}`;
    const webhookPath = webhookPaths[name];
    await setUrls(sandbox, {
      redirectUrl: app + redirectPages[name],
      webhookUrl: webhookPath ? app + webhookPath : null,
    });
    return spawn('npm', ['run', 'dev', '--', '--port', String(port), ...args], {
      cwd: folder,
      // Its own words go to stderr, so that stdout tells nothing but the address to open.
      stdio: ['ignore', process.stderr, 'inherit'],
      detached: true,
      env: { ...process.env, ...environment(sandbox) },
    });
  };
  await runBesideSandbox({
    port: 5173,
    readyPath: '/',
    start,
    greeting: (url, sandbox) => `
  Example      ${url}
  Sandbox hub  ${sandbox.url}
  Its files    ${folder} (each button has the sandbox’s address as its onboardingUrl)

  Ctrl-C ends both.
`,
  });
}

/** Everything that is written stands in one folder, which is gone in the end. */
async function tryExample(name: ExampleName, args: string[], packed?: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'example-'));
  const project = join(folder, name);
  let isInterrupted = false;
  // npm gets the signal, too, and fails then.
  process.on('SIGINT', () => {
    isInterrupted = true;
  });
  try {
    await copyProject(join('examples', name), project);
    if (!packed) say('Packing the library…');
    const tarball = packed ?? (await pack(folder));
    say(`Installing ${name}…`);
    await installPackages(project, [tarball]);
    await runExample(name, project, args);
  } catch (error) {
    if (!isInterrupted) throw error;
  } finally {
    // The server may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // A tarball that is packed already, for the tests.
  options: { package: { type: 'string' } },
});
const [name = '', ...args] = positionals;
if (name in redirectPages) {
  await tryExample(name as ExampleName, args, values.package);
} else {
  say(`Usage: npm run example NAME\n\n  ${Object.keys(redirectPages).join('\n  ')}`);
  process.exitCode = 2;
}
