import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

// What a user gets: packed, installed into an empty folder, used there.
describe('the packed package', () => {
  const { file } = inject('tarball');
  let consumer: Consumer;
  let installed: string;

  beforeAll(async () => {
    consumer = await installConsumer([file, 'react@19', 'react-dom@19']);
    installed = join(consumer.folder, 'node_modules/react-360dialog-connect');
  });

  afterAll(() => consumer?.remove());

  test('has no runtime dependency', async () => {
    const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));

    expect(dependencies).toBeUndefined();
  });

  test.each([
    [
      'react-360dialog-connect',
      'ConnectButton,EndpointError,OnboardingError,buildOnboardingUrl,createOnboarding,ioSignatureFrom,isOnboardingError,parseOnboardingRedirect,startOnboarding,stateFrom,useConnectButton,useIntegratedOnboarding',
    ],
    [
      'react-360dialog-connect/core',
      'EndpointError,OnboardingError,buildOnboardingUrl,createOnboarding,ioSignatureFrom,isOnboardingError,parseOnboardingRedirect,startOnboarding,stateFrom',
    ],
    ['react-360dialog-connect/redirect', 'forwardRedirect'],
    ['react-360dialog-connect/redirect/auto', ''],
    ['react-360dialog-connect/redirect.global.js', ''],
    [
      'react-360dialog-connect/server',
      'ApiKeyError,CodeExchangeError,ConnectNumberError,IoSignatureError,PartnerApiError,ResultError,SignerBusyError,StateBusyError,WebhookError,connectNumber,createIoSigner,createLimiter,createPartnerApi,createStates,ensureApiKey,exchangeCode,ioSignatureHandler,isApiKeyError,isCodeExchangeError,isConnectNumberError,isIoSignatureError,isKeyable,isPartnerApiError,isResultError,isSignerBusyError,isStateBusyError,isWebhookError,memoryKeys,memoryStore,onboardingRedirectHandler,postgresKeys,postgresKeysSql,postgresStore,postgresStoreSql,redirectPage,redisStore,stateHandler,verifyIoSignature,verifyResult,verifyWebhook,webhookHandler',
    ],
  ])('gives %s to import and to require in plain Node', async (entry, names) => {
    const imported = await consumer.node(
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import('${entry}')).sort().join())`,
    );
    const required = await consumer.node(
      '-e',
      `console.log(Object.keys(require('${entry}')).sort().join())`,
    );

    expect(imported).toBe(names);
    expect(required).toBe(names);
  });

  test.each([
    [
      'import',
      [
        '--input-type=module',
        '-e',
        "const { startSandbox } = await import('react-360dialog-connect/sandbox'); const s = await startSandbox({ port: 0 }); console.log((await fetch(s.url)).status); await s.close()",
      ],
    ],
    [
      'require',
      [
        '-e',
        "require('react-360dialog-connect/sandbox').startSandbox({ port: 0 }).then(async (s) => { console.log((await fetch(s.url)).status); await s.close() })",
      ],
    ],
  ])('starts the sandbox by %s', async (_, args) => {
    expect(await consumer.node(...args)).toBe('200');
  });

  test('runs the sandbox by npx', async () => {
    const sandbox = spawn('npx', ['react-360dialog-connect', 'sandbox', '--port', '0'], {
      cwd: consumer.folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const data of sandbox.stdout) {
      text += data;
      if (/http:\S+/.test(text)) break;
    }

    const { status } = await fetch(/http:\/\/[^\s/]+/.exec(text)![0]);
    const exit = once(sandbox, 'exit');
    process.kill(-sandbox.pid!, 'SIGINT');
    await exit;

    expect(status).toBe(200);
  });
});
