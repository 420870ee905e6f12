// @vitest-environment node
import { createHash } from 'node:crypto';
import { type RedirectPageOptions, redirectPage } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';

const address = 'https://app.example/connected';
const answer = '?client=oaY9LLfUCL&channels=[y9MiLoCH]&state=anna';

const visit = (options: RedirectPageOptions = {}, query = answer, init: RequestInit = {}) =>
  redirectPage(options)(new Request(address + query, init));

const pageWith = async (options: RedirectPageOptions = {}, query?: string) =>
  (await visit(options, query)).text();

/** The script's element, read as a browser does. */
const scriptIn = (html: string) => /<script([^>]*)>([\s\S]*?)<\/script>/i.exec(html)!;

describe('the redirect page as a route', () => {
  it('is a page of HTML that nobody stores, frames or sniffs, and that names its address to nobody', async () => {
    const { status, headers } = await visit();

    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'unsafe-none',
    });
  });

  it('lets its own script run, by its hash, and nothing else', async () => {
    const response = await visit();
    const policy = response.headers.get('content-security-policy')!;
    const [, , script] = scriptIn(await response.text());

    const hash = createHash('sha256').update(script!).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('has the whole script in one element', async () => {
    const html = await pageWith();
    const [, , script] = scriptIn(html);

    expect(html.match(/<script/g)).toHaveLength(1);
    expect(script).toContain('postMessage');
    expect(script).not.toContain('<!--');
    expect(() => new Function(script!)).not.toThrow();
  });

  it('answers HEAD with the same headers and no body', async () => {
    const get = await visit();
    const head = await visit({}, answer, { method: 'HEAD' });

    expect(await head.text()).toBe('');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await visit({}, answer, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toEqual({ error: 'method_not_allowed' });
  });
});

describe('the page', () => {
  it.each([
    ['no query', ''],
    ['markup', '?client=</script><script>alert(1)</script>&channels=[a]'],
    ['quotes', `?client="'><img src=x onerror=alert(1)>&channels=['"]`],
    ['100 kB', `?client=a&channels=[${'x'.repeat(100_000)}]`],
    ['malformed percent sequences', '?client=%E0%A4%A&channels=[%]&state=%zz'],
    ['names of our attributes', '?data-opener-origin=https://evil.example&doneText=Hello&lang=xx'],
    ['a fragment', '#</script><script>alert(1)</script>'],
  ])('is the same with %s in the address', async (_, query) => {
    const onResult = vi.fn();
    const response = await visit({ onResult }, query);

    expect(response.status).toBe(200);
    expect(await response.text()).toBe(await pageWith());
  });

  it('tells the script the origins and the text, and no markup gets out of them', async () => {
    const doneText = `Fertig & "gut" </title></script><b>'`;
    const html = await pageWith({
      openerOrigins: ['https://app.example.com', 'http://localhost:5173/connect'],
      doneText,
      lang: 'de"><script>',
    });

    const escaped = "Fertig &amp; &quot;gut&quot; &lt;/title&gt;&lt;/script&gt;&lt;b&gt;'";
    expect(scriptIn(html)[1]).toBe(
      ` data-opener-origin="https://app.example.com http://localhost:5173" data-done-text="${escaped}"`,
    );
    expect(html).toContain(`<title>${escaped}</title>`);
    expect(html).toContain('<html lang="de&quot;&gt;&lt;script&gt;">');
    expect(html).not.toContain('<b>');
  });

  it('says in English that it is finished, unless told otherwise', async () => {
    expect(await pageWith()).toContain('data-done-text="Finished. You can close this window."');
    expect(await pageWith()).toContain('<html lang="en">');
  });

  it('marks its own text as English, also where a language is given', async () => {
    expect(await pageWith({ lang: 'de' })).toContain('<html lang="en">');
    expect(await pageWith({ lang: 'de', doneText: 'Fertig.' })).toContain('<html lang="de">');
  });

  it('is light or dark as the visitor has it, and written in the direction of its text', async () => {
    expect(await pageWith()).toContain('<meta name="color-scheme" content="light dark">');
    expect(await pageWith()).toContain('<body dir="auto">');
  });
});

describe('onResult', () => {
  it('is told the result and the request', async () => {
    const onResult = vi.fn();
    const request = new Request(`${address}?plan=1&client=oaY9LLfUCL&channels=[a,b]&state=anna`);
    await redirectPage({ onResult })(request);

    expect(onResult.mock.calls).toEqual([
      [{ client: 'oaY9LLfUCL', channels: ['a', 'b'], state: 'anna' }, { request }],
    ]);
  });

  it.each([
    ['without a result', '?plan=1', 'GET'],
    ['with an unreadable one', '?client=a&client=b&channels=[c]', 'GET'],
    ['of a HEAD request', answer, 'HEAD'],
    ['of a refused request', answer, 'POST'],
  ])('is not told an address %s', async (_, query, method) => {
    const onResult = vi.fn();
    await visit({ onResult }, query, { method });

    expect(onResult).not.toHaveBeenCalled();
  });

  it('is not waited for', async () => {
    const response = await visit({ onResult: () => new Promise(() => {}) });

    expect(await response.text()).toBe(await pageWith());
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('The database is down.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('The database is down.'))],
  ])('changes nothing where it %s, and onError is told', async (_, onResult) => {
    const errors: unknown[] = [];
    const told = new Promise<void>((resolve) => {
      void visit({
        onResult,
        onError(error) {
          errors.push(error);
          resolve();
        },
      });
    });
    await told;

    expect(errors).toEqual([new Error('The database is down.')]);
    expect(await pageWith({ onResult })).toBe(await pageWith());
  });
});

it('answers, too, where onError fails with onResult', async () => {
  const fail = () => Promise.reject(new Error('The log is full.'));

  expect((await visit({ onResult: fail, onError: fail })).status).toBe(200);
});

describe('a wrong option is refused at once', () => {
  it.each([
    ['null', null],
    ['an origin', 'https://app.example.com'],
    ['a list of origins', ['https://app.example.com']],
    ['the request itself, where the call was forgotten', new Request(address)],
    ['a function', () => {}],
  ])('whatever is no object of options: %s', (_, given) => {
    expect(() => redirectPage(given as RedirectPageOptions)).toThrow(
      new TypeError(
        'redirectPage takes an object of options, or nothing, and makes the handler: redirectPage().',
      ),
    );
  });

  it.each([
    ['openerOrigins', { openerOrigins: 'https://app.example.com' }],
    ['openerOrigins', { openerOrigins: ['*'] }],
    ['openerOrigins', { openerOrigins: ['https://*.example.com'] }],
    ['openerOrigins', { openerOrigins: ['http://app.example.com'] }],
    ['openerOrigins', { openerOrigins: [undefined] }],
    ['doneText', { doneText: ' ' }],
    ['doneText', { doneText: 1 }],
    ['lang', { lang: '' }],
    ['onResult', { onResult: true }],
    ['onError', { onError: {} }],
  ])('%s, as in %j', (option, options) => {
    expect(() => redirectPage(options as RedirectPageOptions)).toThrow(new RegExp(`^${option} `));
    expect(() => redirectPage(options as RedirectPageOptions)).toThrow(TypeError);
  });
});
