// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { ask, corsHeadersOf, countingSigner, makeHandler } from '../requests';

const app = 'https://app.example';
const spa = 'https://spa.example';
const evil = 'https://evil.example';

describe('without appOrigins', () => {
  it.each([
    ['same-origin', 'same-origin', app],
    ['same-origin, behind a proxy that changed the address', 'same-origin', 'http://10.0.0.7:8080'],
    ['the own origin, from a browser without Sec-Fetch-Site', null, app],
  ])('a request is taken that is %s', async (_, site, origin) => {
    expect((await makeHandler()(ask({ 'sec-fetch-site': site, origin }))).status).toBe(200);
  });

  it.each([
    ['cross-site', 'cross-site', evil],
    ['cross-site, and says it is not', 'cross-site', app],
    ['same-site', 'same-site', 'https://other.app.example'],
    ['typed into the address bar', 'none', null],
    ['something new', 'same-party', app],
    ['of another origin', null, evil],
    ['of no origin', null, 'null'],
    ['of the own host on http', null, 'http://app.example'],
    ['of the own host on another port', null, `${app}:8443`],
    ['of a longer host', null, `${app}.evil.example`],
    ['from no page at all, such as curl', null, null],
  ])('a request is refused that is %s', async (_, site, origin) => {
    const signer = countingSigner();

    const response = await makeHandler({ signer })(ask({ 'sec-fetch-site': site, origin }));

    expect(response.status).toBe(403);
    expect(corsHeadersOf(response)).toEqual([]);
    expect(signer.asked).toBe(0);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a fetch with no-cors', { 'content-type': 'text/plain' }],
    ['a fetch with JSON', {}],
  ])('%s of another site gets 403, and no signature is made', async (_, headers) => {
    const signer = countingSigner();
    const request = ask({ 'sec-fetch-site': 'cross-site', origin: evil, ...headers });

    expect((await makeHandler({ signer })(request)).status).toBe(403);

    expect(signer.asked).toBe(0);
  });

  it('a preflight gets no permission', async () => {
    const headers = { origin: spa, 'access-control-request-method': 'POST' };

    const response = await makeHandler()(ask(headers, { method: 'OPTIONS' }));

    expect(response.status).toBe(405);
    expect(corsHeadersOf(response)).toEqual([]);
  });
});

describe('with appOrigins', () => {
  const handler = makeHandler({ appOrigins: [spa, 'http://localhost:5173'] });

  it.each([spa, 'http://localhost:5173'])('a request of %s is taken', async (origin) => {
    const response = await handler(ask({ 'sec-fetch-site': 'cross-site', origin }));

    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('a refusal can be read there too', async () => {
    const refusing = makeHandler({ appOrigins: [spa], authorize: () => 401 });

    const response = await refusing(ask({ 'sec-fetch-site': 'cross-site', origin: spa }));

    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe(spa);
  });

  it.each([evil, `${spa}.evil.example`, 'http://spa.example', 'null'])(
    '%s is refused, without CORS',
    async (origin) => {
      const request = ask({ 'sec-fetch-site': 'cross-site', origin });
      const preflight = ask({ origin }, { method: 'OPTIONS' });

      for (const response of [await handler(request), await handler(preflight)]) {
        expect(response.status).toBe(403);
        expect(corsHeadersOf(response)).toEqual([]);
        expect(response.headers.get('vary')).toBe('Origin');
      }
    },
  );

  it('the own origin needs no place in the list', async () => {
    expect((await handler(ask())).status).toBe(200);
    expect((await handler(ask({ 'sec-fetch-site': null, origin: app }))).status).toBe(200);
  });

  it('a preflight gets permission for POST and the headers it names', async () => {
    const headers = {
      origin: spa,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-tenant',
    };

    const response = await handler(ask(headers, { method: 'OPTIONS' }));

    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': spa,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type,x-tenant',
      'cache-control': 'no-store',
      vary: 'Origin, Access-Control-Request-Headers',
    });
  });

  it('other methods stay refused', async () => {
    const response = await handler(ask({ origin: spa }, { method: 'GET' }));

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });
});

it.each([
  '*',
  'null',
  '',
  'spa.example',
  `${spa}/`,
  `${spa}/app`,
  'https://*.example',
  'HTTPS://SPA.EXAMPLE',
  'file://',
  'ftp://spa.example',
])('%j is no origin, which is told at start-up', (origin) => {
  expect(() => makeHandler({ appOrigins: [origin] })).toThrow(/appOrigins/);
});
