import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves a folder below a path, as a plain static host does.
 *
 * @param built what every request waits for; its failure is their answer
 * @param onboardingUrl written into the pages, as a host with a sandbox does
 */
export async function serveSite(
  folder: string,
  path: string,
  built: Promise<unknown>,
  onboardingUrl = '',
) {
  const server = createServer(async (request, response) => {
    const failure = await built.then(
      () => null,
      (error) => String(error),
    );
    if (failure) return response.writeHead(500).end(failure);
    const { pathname } = new URL(request.url!, 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = name.startsWith(`${path}/`) ? join(folder, name.slice(path.length)) : '';
    const content = await readFile(file).catch(() => null);
    if (!content) return response.writeHead(404).end();
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'max-age=600' });
    const tag = (address: string) => `<meta name="onboarding-url" content="${address}">`;
    return response.end(
      onboardingUrl && file.endsWith('iframe.html')
        ? content.toString().replace(tag(''), tag(onboardingUrl))
        : content,
    );
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${path}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
