import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer, run } from './packed';

const layout = `
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
const page = `
import { Connect } from './connect';
export default function Page() {
  return <main><h1>App</h1><Connect /></main>;
}
`;
const connect = `
'use client';
import { ConnectButton, ioSignatureFrom } from 'react-360dialog-connect';
const fetchIoSignature = ioSignatureFrom('/api/io-signature');
export const Connect = () => (
  <ConnectButton partnerId="aAbBcCPA" callback={() => {}} fetchIoSignature={fetchIoSignature} />
);
`;
// A server component: it reads the tokens and hands a theme to the provider.
const themedPage = `
import { ConnectThemeProvider, connectTheme } from 'react-360dialog-connect/styled';
import { Registry } from './registry';
import { Themed } from './themed';
export default function Page() {
  return (
    <Registry>
      <p>{connectTheme.radius.button}</p>
      <ConnectThemeProvider colorScheme="auto" theme={{ radius: { button: '7px' } }}>
        <Themed />
      </ConnectThemeProvider>
    </Registry>
  );
}
`;
const themed = `
'use client';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
export const Themed = () => <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} />;
`;
const registry = `
'use client';
import { useServerInsertedHTML } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { ServerStyleSheet, StyleSheetManager } from 'styled-components';
export function Registry({ children }: { children: ReactNode }) {
  const [sheet] = useState(() => new ServerStyleSheet());
  useServerInsertedHTML(() => {
    const styles = sheet.getStyleElement();
    sheet.instance.clearTag();
    return <>{styles}</>;
  });
  if (typeof window !== 'undefined') return <>{children}</>;
  return <StyleSheetManager sheet={sheet.instance}>{children}</StyleSheetManager>;
}
`;
// The recipe's stand-in for the app's own login.
const session = `
export const sessionOf = async (request: Request) =>
  request.headers.get('cookie')?.includes('user=ana') ? { userId: 'ana' } : undefined;
`;

describe('a Next.js app', () => {
  let consumer: Consumer;
  let server: ChildProcess;
  let url: string;

  beforeAll(async () => {
    const recipe = await readFile(new URL('../recipes/next-route.ts', import.meta.url), 'utf8');
    consumer = await installConsumer(
      [
        inject('tarball').file,
        'next@16.4.6',
        'react@19.3.1',
        'react-dom@19.3.1',
        'styled-components@6.6.0',
        'typescript@5',
        '@types/react@19',
        '@types/node@20',
      ],
      {
        'app/layout.tsx': layout,
        'app/page.tsx': page,
        'app/connect.tsx': connect,
        'app/themed/page.tsx': themedPage,
        'app/themed/themed.tsx': themed,
        'app/themed/registry.tsx': registry,
        'app/api/io-signature/route.ts': recipe,
        'app/api/io-signature/session.ts': session,
      },
    );
    const options = {
      cwd: consumer.folder,
      env: {
        ...process.env,
        NODE_ENV: 'production' as const,
        NEXT_TELEMETRY_DISABLED: '1',
        D360_PARTNER_ID: 'aAbBcCPA',
        D360_PLATFORM_SECRET: 'platform-secret',
      },
    };
    await run('npx', ['next', 'build'], options);
    server = spawn('npx', ['next', 'start', '--port', '0'], {
      ...options,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const data of server.stdout!) {
      text += data;
      if (/http:\/\/localhost:\d+[\s\S]*Ready/.test(text)) break;
    }
    url = /http:\/\/localhost:\d+/.exec(text)![0];
  }, 300_000);

  afterAll(async () => {
    if (server?.pid && server.exitCode === null) {
      const exit = once(server, 'exit');
      process.kill(-server.pid, 'SIGKILL');
      await exit;
    }
    await consumer?.remove();
  });

  test('renders the button on the server', async () => {
    const html = await (await fetch(url)).text();

    expect(html).toContain('class="360dialog-connect-button" data-status="idle"');
    expect(html).toContain('Connect 360dialog</button>');
  });

  test('renders the themed button and its style on the server', async () => {
    const html = await (await fetch(`${url}/themed`)).text();

    expect(html).toContain('<p>0.625rem</p>');
    expect(html).toMatch(/<button type="button" class="[^"]+" data-status="idle">/);
    expect(html).toContain('--_connect-radius-button:var(--connect-radius-button,7px)');
  });

  test('signs by the recipe, for its own users only', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${url}/api/io-signature`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        body: '{}',
      });

    const signed = await ask({ cookie: 'user=ana' });

    expect(await signed.json()).toEqual({
      io_signature: expect.stringMatching(/^[0-9a-f]{128}$/),
      io_timestamp: expect.any(Number),
    });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ cookie: 'user=ana', origin: 'https://attacker.example' })).status).toBe(
      403,
    );
    expect((await fetch(`${url}/api/io-signature`)).status).toBe(405);
  });
});
