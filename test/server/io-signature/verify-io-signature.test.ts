// @vitest-environment node
import {
  IoSignatureError,
  type VerifyIoSignatureOptions,
  verifyIoSignature,
} from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';
import { fakeClock, makeSigner, partnerId, platformSecret, second } from '../signers';

const genuine = await makeSigner().sign();
const { io_signature, io_timestamp } = genuine;

const verify = (changes: Partial<VerifyIoSignatureOptions> = {}) =>
  verifyIoSignature({ partnerId, platformSecret, ...genuine, now: fakeClock().now, ...changes });

const codeOf = (changes: Partial<VerifyIoSignatureOptions>) =>
  verify(changes).then(
    () => 'verified',
    (error: IoSignatureError) => error.code,
  );

describe('a genuine signature', () => {
  it('resolves to what was verified', async () => {
    await expect(verify()).resolves.toEqual({ partnerId, io_timestamp: second });
  });

  it('is taken with the timestamp as a string, as it comes in an address', async () => {
    await expect(verify({ io_timestamp: String(second) })).resolves.toEqual({
      partnerId,
      io_timestamp: second,
    });
  });

  it('is taken in base64 when that is agreed', async () => {
    const signed = await makeSigner({ encoding: 'base64' }).sign();

    await expect(verify({ ...signed, encoding: 'base64' })).resolves.toMatchObject({ partnerId });
    expect(await codeOf(signed)).toBe('malformed');
    expect(await codeOf({ ...genuine, encoding: 'base64' })).toBe('malformed');
  });

  it('is taken with either secret of a rotation, and with no other', async () => {
    expect(await codeOf({ platformSecret: ['new', platformSecret] })).toBe('verified');
    expect(await codeOf({ platformSecret: [platformSecret, 'old'] })).toBe('verified');
    expect(await codeOf({ platformSecret: ['new', 'old'] })).toBe('mismatch');
  });

  it.each([
    [-1, 'future'],
    [0, 'verified'],
    [24 * 60 * 60 - 1, 'verified'],
    [24 * 60 * 60, 'expired'],
    [365 * 24 * 60 * 60, 'expired'],
  ])('%i seconds later is %s', async (age, code) => {
    expect(await codeOf({ now: fakeClock(second + age).now })).toBe(code);
  });

  it('expires earlier when that is asked for', async () => {
    const now = fakeClock(second + 60).now;

    expect(await codeOf({ now, maxAgeSeconds: 61 })).toBe('verified');
    expect(await codeOf({ now, maxAgeSeconds: 60 })).toBe('expired');
  });
});

describe('anything else is refused', () => {
  const flip = (text: string, at: number) =>
    text.slice(0, at) + (Number.parseInt(text[at]!, 16) ^ 1).toString(16) + text.slice(at + 1);

  it.each([0, 1, 63, 64, 127])('a flipped bit at digit %i is a mismatch', async (at) => {
    expect(await codeOf({ io_signature: flip(io_signature, at) })).toBe('mismatch');
  });

  it.each([
    ['empty', ''],
    ['truncated', io_signature.slice(0, -2)],
    ['of odd length', io_signature.slice(0, -1)],
    ['longer', `${io_signature}00`],
    ['not hex', `${io_signature.slice(0, -1)}g`],
    ['upper case', io_signature.toUpperCase()],
    ['padded', ` ${io_signature}`],
    ['followed by a line break', `${io_signature}\n`],
    ['prefixed', `sha512=${io_signature}`],
    ['missing', undefined],
    ['null', null],
    ['a list', [io_signature]],
    ['an object', { toString: () => io_signature }],
  ])('a signature that is %s is malformed', async (_, value) => {
    expect(await codeOf({ io_signature: value })).toBe('malformed');
  });

  it.each([
    ['in ms', second * 1000],
    ['with a fraction', second + 0.5],
    ['negative', -second],
    ['padded', ` ${second}`],
    ['with a zero in front', `0${second}`],
    ['in hex', `0x${second.toString(16)}`],
    ['in words', '1.775653748e9'],
    ['with another behind it', `${second}|${second}`],
    ['missing', undefined],
    ['NaN', Number.NaN],
    ['a list', [second]],
  ])('a timestamp that is %s is malformed', async (_, value) => {
    expect(await codeOf({ io_timestamp: value })).toBe('malformed');
  });

  it('base64 has one form only', async () => {
    const signed = await makeSigner({ encoding: 'base64' }).sign();
    const base64 = signed.io_signature;
    // The last digit before the padding holds four bits that count for nothing: A is B is P.
    expect(base64).toMatch(/\+.*A==$/);
    const others = [
      base64.replace('A==', 'B=='),
      base64.replace('==', ''),
      base64.replace('+', '-'),
      `${base64}=`,
      ` ${base64}`,
    ];

    for (const io_signature of others) {
      expect(await codeOf({ io_signature, encoding: 'base64' })).toBe('malformed');
    }
  });

  it('another partner or second is a mismatch', async () => {
    expect(await codeOf({ partnerId: 'aAbBcCPB' })).toBe('mismatch');
    expect(await codeOf({ io_timestamp: second - 1 })).toBe('mismatch');
  });

  it('a partner ID cannot shift the parts of the message', async () => {
    expect(await codeOf({ partnerId: `${partnerId}|${second}` })).toBe('malformed');
    expect(await codeOf({ partnerId: `${partnerId}|` })).toBe('malformed');
    expect(await codeOf({ partnerId: '' })).toBe('malformed');
  });

  it('a forged signature is a mismatch, however old', async () => {
    const io_signature = '0'.repeat(128);

    expect(await codeOf({ io_signature, now: fakeClock(second + 99_999).now })).toBe('mismatch');
    expect(await codeOf({ io_signature, now: fakeClock(second - 99_999).now })).toBe('mismatch');
  });

  it('the error has a name, a code, and nothing of what it was given', async () => {
    const error = await verify({ io_signature: flip(io_signature, 5) }).catch((each) => each);

    expect(error).toBeInstanceOf(IoSignatureError);
    expect(error).toMatchObject({ name: 'IoSignatureError', code: 'mismatch' });
    const text = `${error.stack} ${JSON.stringify(error)}`;
    expect(text).not.toContain(flip(io_signature, 5));
    expect(text).not.toContain(platformSecret);
    expect(text).not.toContain(String(io_timestamp));
  });
});

it.each([undefined, '', ' ', 'secret\n', []])(
  'the secret %j is an error of yours',
  async (secret) => {
    await expect(verify({ platformSecret: secret as string })).rejects.toThrow(TypeError);
  },
);

it.each([0, -1, Number.NaN])('a maximum age of %d is an error of yours', async (maxAgeSeconds) => {
  await expect(verify({ maxAgeSeconds })).rejects.toThrow(/maxAgeSeconds/);
});
