import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';

/** Comes to the redirect page with a query, as the hub's popup does. */
type Visit = (query: string) => Promise<Response>;

/** With what would end a script or a text, and with what no decoder takes. */
const hostileQuery = '?client=%3C/script%3E&channels=["%27]&state=%zz';

/**
 * What the redirect page promises, whatever server it runs in.
 *
 * @param query what must change nothing in the page
 */
export function promisesOfARedirectPage(
  makeVisit: () => Promise<Visit>,
  query: string = hostileQuery,
) {
  it('answers the hub’s redirect with a page whose script may run', async () => {
    const visit = await makeVisit();

    const response = await visit('?client=oaY9LLfUCL&channels=[y9MiLoCH]');
    const html = await response.text();
    const script = /<script[^>]*>([\s\S]+?)<\/script>/.exec(html)![1]!;
    const hash = createHash('sha256').update(script).digest('base64');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain(
      `script-src 'sha256-${hash}'`,
    );
  });

  it('answers every query with the same page', async () => {
    const visit = await makeVisit();
    const textFor = async (query: string) => (await visit(query)).text();

    expect(await textFor(query)).toBe(await textFor(''));
  });
}

/** Visits over HTTP a server that `listen` has started. */
export const visitAt =
  (url: string): Visit =>
  (query) =>
    fetch(new URL(`/connected${query}`, url));

/** Calls a fetch handler. */
export const visitHandler =
  (handler: (request: Request) => Response | Promise<Response>): Visit =>
  async (query) =>
    handler(new Request(`https://app.example/connected${query}`));
