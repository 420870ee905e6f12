import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request for a document, as it came in. */
export type DocumentRequest = { path: string; search: string; at: number };

const html = (first: string, last: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8">${first}<title>bench</title><link rel="icon" href="data:,"></head>
<body><div id="root"></div>${last}</body>
</html>`;

/** No redirect page can do less. */
const least = '<script>opener.postMessage(location.search, "/")</script>';

function page(name: string, hasScript: boolean): string {
  if (name === 'least') return html(least, '');
  const script = hasScript ? `<script src="/assets/${name}.js"></script>` : '';
  // The redirect script comes before all else, an app at the end, where its root is.
  return name === 'redirect' ? html(script, '') : html('', script);
}

/** Serves the pages at `/<name>/` and below it, and the hub at the path that both packages ask for. */
export async function servePages(scripts: Map<string, string>) {
  const requests: DocumentRequest[] = [];
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now();
    const { pathname, search } = new URL(request.url!, 'http://localhost');
    const [, folder, file] = pathname.split('/');
    const code = scripts.get(file?.replace('.js', '') ?? '');
    if (folder === 'assets' && code) {
      response.setHeader('content-type', 'text/javascript');
      // As hashed files are served: only the first visit loads them.
      response.setHeader('cache-control', 'max-age=31536000, immutable');
      response.end(code);
      return;
    }
    requests.push({ path: pathname, search, at });
    response.setHeader('content-type', 'text/html');
    response.setHeader('cache-control', 'no-store');
    response.end(page(folder!, scripts.has(folder!)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
