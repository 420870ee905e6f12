import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { redirectPage } from 'react-360dialog-connect/server';
import { generate } from 'selfsigned';
import { habits } from './habits';

const hosts = {
  app: '127.0.0.1',
  hub: '127.0.0.2',
  /** A second origin of the partner's. */
  partner: '127.0.0.3',
  attacker: '127.0.0.4',
};

export type OriginName = keyof typeof hosts;

/** Four sites to the browser: an address is a site of its own. */
export type Origins = Record<OriginName, string>;

/** What a page or the hub said, kept by the server because the page itself may close. */
export type LogEntry = {
  from: OriginName;
  kind: string;
  detail?: unknown;
  at: number;
  /** Which tab of the app, and which button in it. */
  tab?: string | null;
  button?: number;
};

/** The module that a page runs, and for `/redirect/script` the library's own script file. */
const pages: Record<string, string> = {
  '/app': 'app.js',
  '/announcing-app': 'announcing-app.js',
  '/onboarding/:partnerId': 'hub.js',
  '/dashboard/app/:partnerId/permissions': 'hub.js',
  '/redirect/module': 'redirect.js',
  '/redirect/auto': 'redirect-auto.js',
  '/redirect/script': 'page.js',
  '/redirect/legacy': 'legacy.js',
  '/redirect/hand-written': 'hand-written.js',
  '/blank': 'blank.js',
  '/styled': 'styled.js',
  '/styled-states': 'styled-states.js',
};

/** The modules that `library=…` puts in the place of others. */
const libraries: Record<string, Record<string, string>> = {
  element: { 'app.js': 'element-app.js' },
  published: {
    'app.js': 'published-app.js',
    'redirect.js': 'legacy.js',
    'page.js': 'legacy.js',
  },
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Parameters of every page: `header` ("Name: value", repeatable), `status`, `scriptDelay` (ms), and
 * `without`: names of what this browser does not have, or blocks; `name()` refuses to be called.
 * `/redirect/script` has `inline`, too: the script's text stands in the page. `habit` names what the
 * page has on it before our code runs.
 */
function showPage(c: Context, ours: string, redirectScript: string) {
  // The published package's way to bring a result leaves nothing else in the app's address.
  const isReloaded = c.req.path === '/app' && !c.req.query('config');
  const library = isReloaded ? 'published' : (c.req.query('library') ?? 'ours');
  const isPublished = library === 'published';
  const module = libraries[library]?.[ours] ?? ours;
  for (const header of ['cache-control: no-store', ...(c.req.queries('header') ?? [])]) {
    const [name, value] = header.split(/:\s*(.*)/s);
    c.header(name!, value, { append: name !== 'cache-control' });
  }
  const delay = `?delay=${Number(c.req.query('scriptDelay')) || 0}`;
  const openerOrigins = escapeHtml(c.req.query('openerOrigins') ?? '');
  const [src, text] = c.req.query('inline')
    ? ['', redirectScript]
    : [`src="/assets/redirect.global.js${delay}"`, ''];
  const script =
    c.req.path === '/redirect/script' && !isPublished
      ? `<script ${src} data-opener-origin="${openerOrigins}">${text}</script>`
      : '';
  c.status((Number(c.req.query('status')) || 200) as StatusCode);
  const without = c.req.query('without')
    ? `<script src="/assets/without.js?names=${encodeURIComponent(c.req.query('without')!)}"></script>`
    : '';
  return c.html(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(c.req.path)}</title>${habitOf(c)}${without}${script}
<script type="module" src="/assets/${module}${delay}"></script></head>
<body><div id="root"></div></body>
</html>`);
}

function habitOf(c: Context): string {
  const habit = c.req.query('habit');
  if (!habit) return '';
  if (habit === 'zone.js') return '<script src="/assets/zone.js"></script>';
  if (!habits[habit]) throw new Error(`There is no habit "${habit}".`);
  return `<script>${habits[habit]}</script>`;
}

function fixtureApp(assets: Map<string, string>) {
  const logs = new Map<string, LogEntry[]>();
  const log = (c: Context, kind: string, detail: unknown, more: Partial<LogEntry> = {}) => {
    const { hostname, searchParams } = new URL(c.req.url);
    const from = (Object.keys(hosts) as OriginName[]).find((name) => hosts[name] === hostname)!;
    const test = searchParams.get('test') ?? '';
    const entry = { at: Date.now(), ...more, from, kind, detail };
    logs.set(test, [...(logs.get(test) ?? []), entry]);
  };

  const app = new Hono();
  app.get('/log', (c) =>
    c.json((logs.get(c.req.query('test') ?? '') ?? []).toSorted((a, b) => a.at - b.at)),
  );
  app.post('/log', async (c) => {
    const { kind, detail, ...more } = JSON.parse(await c.req.text());
    log(c, kind, detail, more);
    return c.body(null, 204);
  });
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/assets/without.js', (c) => {
    const code = `for (const name of ${JSON.stringify(c.req.query('names')!.split(' '))}) {
      function refuse() { throw new DOMException('', 'SecurityError') }
      if (name.endsWith('()')) window[name.slice(0, -2)] = refuse;
      else {
        const isBlocked = name.endsWith('Storage');
        Object.defineProperty(window, name, isBlocked ? { get: refuse } : { value: undefined });
      }
    }`;
    return c.body(code, 200, { 'content-type': 'text/javascript' });
  });
  app.get('/assets/:name', async (c) => {
    await sleep(Number(c.req.query('delay')));
    const code = assets.get(c.req.param('name'));
    return code ? c.body(code, 200, { 'content-type': 'text/javascript' }) : c.notFound();
  });
  app.post('/io-signature', async (c) => {
    const { delay, status, body, type = 'application/json', location } = c.req.query();
    log(c, 'signature', null);
    c.req.raw.signal.addEventListener('abort', () => log(c, 'signature aborted', null));
    await sleep(Number(delay));
    if (location) return c.redirect(location);
    const seconds = Math.floor(Date.now() / 1000);
    const signature = JSON.stringify({ io_signature: 'e19a', io_timestamp: seconds });
    return new Response(body ?? signature, {
      status: Number(status) || 200,
      headers: { 'content-type': type },
    });
  });
  app.post('/contract', async (c) => {
    const { delay, status, state } = c.req.query();
    log(c, 'contract', null);
    c.req.raw.signal.addEventListener('abort', () => log(c, 'contract aborted', null));
    await sleep(Number(delay));
    c.status((Number(status) || 200) as StatusCode);
    return c.json({ partner: 'contract-1', ...(state && { state }) });
  });
  // A redirect page that moves the client on to another one, query and all.
  app.get('/redirect/moved', (c) => {
    const { searchParams } = new URL(c.req.url);
    const to = searchParams.get('to');
    searchParams.delete('to');
    return c.redirect(`${to}&${searchParams}`);
  });
  app.get('/redirect/route', (c) =>
    redirectPage({ openerOrigins: c.req.queries('openerOrigin') ?? [] })(c.req.raw),
  );
  app.get('/frame', (c) => {
    const sandbox = c.req.query('sandbox');
    const attribute = sandbox === undefined ? '' : `sandbox="${escapeHtml(sandbox)}"`;
    const src = escapeHtml(c.req.query('src') ?? '');
    return c.html(`<!doctype html><iframe src="${src}" ${attribute} width="900" height="600">`);
  });
  for (const [path, module] of Object.entries(pages)) {
    app.get(path, (c) => {
      if (module === 'hub.js') log(c, 'hub', { path: c.req.path, ...c.req.query() });
      return showPage(c, module, assets.get('redirect.global.js')!);
    });
  }
  return app;
}

/** Serves all four origins at one free port. */
export async function startFixtureServer(assets: Map<string, string>) {
  const { fetch } = fixtureApp(assets);
  const certificate = await generate([{ name: 'commonName', value: 'localhost' }]);
  const serverOptions = {
    key: certificate.private,
    cert: certificate.cert,
    maxHeaderSize: 128 * 1024,
  };
  const names = Object.keys(hosts) as OriginName[];
  const servers = names.map(() => createAdaptorServer({ fetch, createServer, serverOptions }));

  let port = 0;
  for (const [index, server] of servers.entries()) {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, hosts[names[index]!], resolve);
    });
    port = (server.address() as AddressInfo).port;
  }
  // For the tests themselves, which need no certificate.
  const plain = createAdaptorServer({ fetch });
  await new Promise<void>((resolve) => plain.listen(0, hosts.app, resolve));
  servers.push(plain);
  const origins = Object.fromEntries(names.map((name) => [name, `https://${hosts[name]}:${port}`]));

  return {
    origins: origins as Origins,
    logUrl: `http://${hosts.app}:${(plain.address() as AddressInfo).port}/log`,
    async close() {
      for (const server of servers) {
        if ('closeAllConnections' in server) server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
