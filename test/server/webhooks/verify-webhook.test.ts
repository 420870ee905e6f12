// @vitest-environment node
import { inspect } from 'node:util';
import { isWebhookError, verifyWebhook, WebhookError } from 'react-360dialog-connect/server';
import { describe, expect, it, vi } from 'vitest';
import { channelEvent, platformSecret, signWebhook, webhook } from './send-webhook';

const body = channelEvent('evt-1');
const options = { platformSecret };
const codeOf = (verified: Promise<unknown>) =>
  verified.then(
    () => 'verified',
    (error) => (isWebhookError(error) ? error.code : String(error)),
  );

describe('a known answer', () => {
  // printf '%s' "$BODY" | openssl dgst -sha256 -hmac platform-secret-for-tests
  it.each([
    [
      '{"id":"evt-1","event":"channel_running","data":{"id":"y9MiLoCH","client_id":"oaY9LLfUCL","status":"running"}}',
      '32f51f8b6606270362c04fd2f313b075bea16138d7f94bb170d66536946925b8',
    ],
    [
      '{"id":"evt-2","event":"client_created","data":{"client":{"id":"oaY9LLfUCL","name":"Café \u{1f600}"}}}\n',
      '065deac61ef4d8c8ae5c1449a82804d795410af16b790796733ec75a6093524b',
    ],
  ])('of openssl is verified: %s', async (text, signature) => {
    expect(await codeOf(verifyWebhook({ body: text, signature }, options))).toBe('verified');
    expect(await codeOf(verifyWebhook(webhook(text, signature), options))).toBe('verified');
  });
});

describe('a signature', () => {
  const signature = signWebhook(body);

  it.each([signature, `sha256=${signature}`, signature.toUpperCase()])(
    'is taken as %s',
    async (written) => {
      expect(await codeOf(verifyWebhook(webhook(body, written), options))).toBe('verified');
    },
  );

  it.each([
    ['none', null, 'signature_missing'],
    ['an empty one', '', 'signature_missing'],
    ['one that is too short', signature.slice(1), 'signature_mismatch'],
    ['one that is too long', `${signature}0`, 'signature_mismatch'],
    ['two', `${signature}, ${signature}`, 'signature_mismatch'],
    ['another digest', `sha512=${signature}`, 'signature_mismatch'],
    ['no hex', 'g'.repeat(64), 'signature_mismatch'],
    ['base64', Buffer.from(signature, 'hex').toString('base64'), 'signature_mismatch'],
    ['one by another secret', signWebhook(body, 'other'), 'signature_mismatch'],
    ['one of another body', signWebhook(`${body} `), 'signature_mismatch'],
    ['one with an empty key', signWebhook(body, ''), 'signature_mismatch'],
  ])('is refused: %s', async (_, written, code) => {
    expect(await codeOf(verifyWebhook(webhook(body, written), options))).toBe(code);
    expect(await codeOf(verifyWebhook({ body, signature: written }, options))).toBe(code);
  });

  it.each(Array.from({ length: 64 }, (_, index) => index))(
    'with a flipped bit at digit %i is refused',
    async (index) => {
      const flipped = (Number.parseInt(signature[index]!, 16) ^ 1).toString(16);
      const forged = signature.slice(0, index) + flipped + signature.slice(index + 1);

      expect(await codeOf(verifyWebhook(webhook(body, forged), options))).toBe(
        'signature_mismatch',
      );
    },
  );

  it('is compared by WebCrypto, in constant time', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');

    await codeOf(verifyWebhook(webhook(body, 'f'.repeat(64)), options));

    expect(verify).toHaveBeenCalledOnce();
    verify.mockRestore();
  });

  it('is over the raw bytes, whatever JSON they are', async () => {
    const spaced = `\n  ${body.replaceAll(':', ' :  ')}\r\n`;

    expect(await codeOf(verifyWebhook(webhook(spaced), options))).toBe('verified');
    expect(await codeOf(verifyWebhook(webhook(spaced, signature), options))).toBe(
      'signature_mismatch',
    );
  });
});

describe('a body', () => {
  it.each([
    ['a string', body],
    ['a Buffer', Buffer.from(body)],
    ['a Uint8Array that is part of a larger one', Buffer.from(`xx${body}`).subarray(2)],
    ['an ArrayBuffer', new TextEncoder().encode(body).buffer as ArrayBuffer],
  ])('is taken as %s', async (_, raw) => {
    const event = await verifyWebhook({ body: raw, signature: signWebhook(body) }, options);

    expect(event).toMatchObject({ event: 'channel_running', channelId: 'y9MiLoCH' });
  });

  it.each([JSON.parse(body), null, undefined, 7, [1]])(
    'that was parsed is an error of the app: %j',
    async (parsed) => {
      const verified = verifyWebhook({ body: parsed, signature: signWebhook(body) }, options);

      await expect(verified).rejects.toThrow(TypeError);
      await expect(verified).rejects.toThrow(/^body must be the raw bytes/);
    },
  );

  it('that was read before is an error of the app', async () => {
    const request = webhook(body);
    await request.text();

    await expect(verifyWebhook(request, options)).rejects.toThrow(/^The body was read before/);
  });

  it('of 1 MiB is read, and one byte more is too large', async () => {
    const filler = 1_048_576 - channelEvent('evt-1', 'channel_live', { more: '' }).length;
    const largest = channelEvent('evt-1', 'channel_live', { more: 'x'.repeat(filler) });
    const larger = `${largest} `;

    expect(await codeOf(verifyWebhook(webhook(largest), options))).toBe('verified');
    expect(await codeOf(verifyWebhook(webhook(larger), options))).toBe('too_large');
    expect(
      await codeOf(verifyWebhook({ body: larger, signature: signWebhook(larger) }, options)),
    ).toBe('too_large');
  });

  it('without an end is left alone at 1 MiB', async () => {
    let pulls = 0;
    const cancel = vi.fn();
    const endless = new ReadableStream({
      pull: (controller) => {
        pulls++;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel,
    });
    const request = new Request('https://app.example/', {
      method: 'POST',
      headers: { 'x-360dialog-signature': signWebhook(body) },
      body: endless,
      duplex: 'half',
    } as RequestInit);

    expect(await codeOf(verifyWebhook(request, options))).toBe('too_large');
    expect(pulls).toBeLessThan(25);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('is not read where there is no signature', async () => {
    const request = webhook(body, null);

    await codeOf(verifyWebhook(request, options));

    expect(request.bodyUsed).toBe(false);
  });
});

it.each([
  undefined,
  null,
  'a body',
  { body },
  { body, headers: { 'x-360dialog-signature': signWebhook(body) } },
])('what is no webhook is an error of the app: %j', async (wrong) => {
  const verified = verifyWebhook(wrong as unknown as Request, options);

  await expect(verified).rejects.toThrow(TypeError);
  await expect(verified).rejects.toThrow(/^verifyWebhook takes a Request/);
});

describe('the secrets', () => {
  it('may be two, while one is replaced', async () => {
    const both = { platformSecret: ['new', 'old'] as const };

    expect(await codeOf(verifyWebhook(webhook(body, signWebhook(body, 'new')), both))).toBe(
      'verified',
    );
    expect(await codeOf(verifyWebhook(webhook(body, signWebhook(body, 'old')), both))).toBe(
      'verified',
    );
    expect(await codeOf(verifyWebhook(webhook(body, signWebhook(body, 'older')), both))).toBe(
      'signature_mismatch',
    );
  });

  it('of several partners tell whose event it is', async () => {
    const partners = [
      { partnerId: 'directPA', platformSecret: ['direct', 'direct before'] },
      { partnerId: 'partnerPA', platformSecret: 'partner' },
    ] as const;
    const partnerOf = async (secret: string) =>
      (await verifyWebhook(webhook(body, signWebhook(body, secret)), { partners })).partnerId;

    expect(await partnerOf('direct')).toBe('directPA');
    expect(await partnerOf('direct before')).toBe('directPA');
    expect(await partnerOf('partner')).toBe('partnerPA');
    await expect(partnerOf('other')).rejects.toThrow(WebhookError);
    expect((await verifyWebhook(webhook(body), options)).partnerId).toBeNull();
  });

  it.each([
    [{}, /^platformSecret is missing/],
    [{ platformSecret: undefined }, /^platformSecret is missing/],
    [{ platformSecret: '' }, /^platformSecret is missing/],
    [{ platformSecret: 'secret\n' }, /^platformSecret has blanks/],
    [{ platformSecret: [] }, /^platformSecret must be one secret/],
    [undefined, /^platformSecret is missing/],
    [{ partners: [] }, /^partners must be a list/],
    [{ partners: {} }, /^partners must be a list/],
    [{ partners: [null] }, /^partners: a partnerId is missing/],
    [{ partners: [{ partnerId: 'a|b', platformSecret: 'a' }] }, /^partners: a partnerId/],
    [{ partners: [{ partnerId: 'aPA' }] }, /^platformSecret is missing/],
    [{ partners: [{ partnerId: 'aPA', platformSecret: 'a' }], platformSecret: 'a' }, /not both/],
    [
      {
        partners: [
          { partnerId: 'aPA', platformSecret: 'same' },
          { partnerId: 'bPA', platformSecret: ['other', 'same'] },
        ],
      },
      /have the same platformSecret/,
    ],
  ])('%j verify nothing', async (wrong, message) => {
    const verified = verifyWebhook(webhook(body), wrong as typeof options);

    await expect(verified).rejects.toThrow(TypeError);
    await expect(verified).rejects.toThrow(message);
  });
});

it('an error holds no secret, signature or part of the body, however it is printed', async () => {
  const signature = signWebhook(body);
  const refused = await Promise.allSettled([
    verifyWebhook(webhook(`${body}x`, signature), options),
    verifyWebhook(webhook('{"private":"anna', signWebhook('{"private":"anna')), options),
    verifyWebhook(webhook('[]'), options),
  ]);

  for (const attempt of refused) {
    const error = attempt.status === 'rejected' ? attempt.reason : undefined;
    const { message, stack, cause } = error as Error;
    const printed = [message, stack, cause, inspect(error), JSON.stringify(error)].join();
    expect(error).toBeInstanceOf(WebhookError);
    expect(printed).not.toMatch(new RegExp(`${platformSecret}|${signature}|y9MiLoCH|anna`));
  }
});

it('knows an error of another copy of the library', () => {
  const foreign = Object.assign(new Error('x'), { name: 'WebhookError', code: 'malformed' });

  expect(isWebhookError(foreign)).toBe(true);
  expect([null, undefined, new Error('x'), 'WebhookError'].some(isWebhookError)).toBe(false);
});
