import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import { startSandbox } from 'react-360dialog-connect/sandbox';

/** What the page keeps of what it was told: `[name, detail]`. */
export type Told = [name: string, detail?: unknown][];

const pageScript = `
import { createEmbeddedSignup } from './src/embedded-signup';
window.told = [];
const tell = (name) => (detail) => window.told.push([name, detail]);
const options = JSON.parse(new URLSearchParams(location.search).get('options'));
for (const id of ['first', 'second']) {
  const signup = createEmbeddedSignup({
    appId: '1234567890',
    configId: '9876543210',
    callback: tell('result'),
    onCancel: tell('cancel'),
    onError: ({ code }) => tell('error')(code),
    onStatusChange(status) { document.getElementById(id).dataset.status = status; },
    ...options,
  });
  document.getElementById(id).onclick = signup.open;
  if (options.preload !== 'none') signup.preload();
}
`;

/** How a page of the app is to be. */
type SignupPage = {
  /** What stands behind the SDK's address: `ending` and the like, which are the sandbox's. */
  ending?: Record<string, string>;
  options?: Partial<EmbeddedSignupOptions>;
  /** Like `Name: value`. */
  headers?: string[];
  /** The page brings the SDK by itself. */
  hasOwnTag?: boolean;
};

/** An app with two buttons, and the sandbox that it signs up with. */
export async function startSignupApp() {
  const { outputFiles } = await build({
    stdin: { contents: pageScript, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
  });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
    if (pathname === '/page.js') {
      response.setHeader('Content-Type', 'text/javascript');
      return response.end(outputFiles[0]!.text);
    }
    for (const header of searchParams.getAll('header')) {
      const [name, value] = header.split(/:\s*(.*)/s);
      response.setHeader(name!, value!);
    }
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>App</title><link rel="icon" href="data:,">
      ${searchParams.getAll('tag').map((src) => `<script src="${src}"></script>`)}
      <button id="first">First</button><button id="second">Second</button>
      <script nonce="n1" type="module" src="/page.js"></script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const sandbox = await startSandbox({ port: 0 });
  return {
    sandbox,
    addressOf({ ending = {}, options, headers = [], hasOwnTag }: SignupPage): string {
      const sdkUrl = `${sandbox.facebookSdkUrl}?${new URLSearchParams(ending)}`;
      const query = new URLSearchParams({
        options: JSON.stringify({ sdkUrl, origins: [sandbox.url], ...options }),
      });
      for (const header of headers) query.append('header', header);
      if (hasOwnTag) query.append('tag', sdkUrl);
      return `http://localhost:${port}/?${query}`;
    },
    async close(): Promise<void> {
      server.close();
      await sandbox.close();
    },
  };
}
