// @vitest-environment node
import { inspect } from 'node:util';
import { type ExchangeCodeOptions, exchangeCode } from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { failureOf, serve } from '../partner-api/hub';

const secrets = { appSecret: 'secret-of-the-app', code: 'AQD-code' };

/** A stand-in of the Graph API that gives one answer. */
async function startGraph(answer: () => Response) {
  const requests: URL[] = [];
  const graphUrl = await serve((request) => {
    requests.push(new URL(request.url));
    return answer();
  });
  const exchange = (options: Partial<ExchangeCodeOptions> = {}) =>
    exchangeCode({ appId: '1234567890', ...secrets, graphUrl, ...options });
  return { requests, exchange };
}

const refusal = (subcode: number, message: string) => () =>
  Response.json({ error: { message, code: 100, error_subcode: subcode } }, { status: 400 });

const codeRefusal = (error: object) => () => Response.json({ error }, { status: 400 });

describe('exchangeCode', () => {
  it('asks Meta once, without redirect_uri, and gives the token by its name only', async () => {
    const { exchange, requests } = await startGraph(() =>
      Response.json({ access_token: 'EAAtoken', token_type: 'bearer', expires_in: 5183944 }),
    );

    const exchanged = await exchange();

    expect(exchanged.accessToken).toBe('EAAtoken');
    expect(exchanged).toEqual({ expiresInSeconds: 5183944 });
    expect(inspect(exchanged) + JSON.stringify(exchanged)).not.toContain('EAAtoken');
    expect(requests.map(({ pathname }) => pathname)).toEqual(['/v25.0/oauth/access_token']);
    expect(Object.fromEntries(requests[0]!.searchParams)).toEqual({
      client_id: '1234567890',
      client_secret: secrets.appSecret,
      code: secrets.code,
    });
  });

  it('sends a redirectUri and a version where they are given', async () => {
    const { exchange, requests } = await startGraph(() => Response.json({ access_token: 'EAA' }));

    await exchange({ redirectUri: 'https://app.example/', graphVersion: 'v26.0' });

    expect(requests[0]!.pathname).toBe('/v26.0/oauth/access_token');
    expect(requests[0]!.searchParams.get('redirect_uri')).toBe('https://app.example/');
  });

  it.each([
    ['36008', refusal(36008, 'must be identical'), 'redirect_uri_differs', 400],
    ['36009', refusal(36009, 'has been used'), 'code_used', 400],
    ['36008 as the code', codeRefusal({ code: 36008 }), 'redirect_uri_differs', 400],
    ['36009 as text', codeRefusal({ code: 100, error_subcode: '36009' }), 'code_used', 400],
    ['another refusal', refusal(1, 'no'), 'refused', 400],
    ['a failure', () => new Response('down', { status: 502 }), 'unavailable', 502],
    ['a redirect', () => Response.redirect('https://evil.example/'), 'malformed_answer', 302],
    ['no token', () => Response.json({}), 'malformed_answer', 200],
    ['no JSON', () => new Response('<html>'), 'malformed_answer', 200],
  ])('says what %s means, and asks no second time', async (_, answer, code, status) => {
    const { exchange, requests } = await startGraph(answer);

    const error = await failureOf(exchange());

    expect(error).toMatchObject({ name: 'CodeExchangeError', code, status });
    expect(requests).toHaveLength(1);
  });

  it('shows neither secret nor code in an error, even where Meta repeats them', async () => {
    const repeated = refusal(36008, `${secrets.code} of ${secrets.appSecret}`);
    const { exchange } = await startGraph(repeated);
    const errors = [
      await failureOf(exchange()),
      await failureOf(exchange({ graphUrl: 'http://localhost:1' })),
    ];

    for (const error of errors) {
      expect(inspect(error, { depth: 9 })).not.toMatch(/secret-of-the-app|AQD-code/);
    }
    expect(errors[1]).toMatchObject({ code: 'unreachable', status: 0 });
  });

  it.each([
    ['appId', { appId: undefined }],
    ['appSecret', { appSecret: undefined }],
    ['code', { code: 'a\n' }],
    ['redirectUri', { redirectUri: '' }],
    ['graphVersion', { graphVersion: '../v25.0' }],
    ['graphUrl', { graphUrl: 'http://graph.example' }],
  ])('refuses a wrong %s before anything is sent', async (name, wrong) => {
    const { exchange, requests } = await startGraph(() => Response.json({}));

    const error = await failureOf(exchange(wrong as never));

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message.startsWith(name)).toBe(true);
    expect(requests).toEqual([]);
  });
});
