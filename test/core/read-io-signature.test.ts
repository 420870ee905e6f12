// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { readIoSignature } from '../../src/core/read-io-signature';

const right = { io_signature: 'e19a', io_timestamp: 1_775_653_748 };

describe('readIoSignature', () => {
  it.each([
    [right],
    [{ ...right, io_timestamp: '1775653748' }],
    [{ ...right, state: 'minted' }],
    [{ ...right, state: null }],
  ])('takes %j', (answer) => {
    expect(readIoSignature(answer)).toEqual(answer);
  });

  it('leaves out what the hub does not know', () => {
    expect(readIoSignature({ ...right, session: 'secret' })).toEqual(right);
  });

  it.each([
    ['is nothing', undefined],
    ['is nothing', null],
    ['is a text', 'text'],
    ['is a Response', new Response('{}')],
    ['camelCase', { ioSignature: 'e19a', ioTimestamp: 1_775_653_748 }],
    ['camelCase', { signature: 'e19a', timestamp: 1_775_653_748 }],
    ['`io_signature`', { ...right, io_signature: ' ' }],
    ['`io_signature`', { ...right, io_signature: 5 }],
    ['milliseconds', { ...right, io_timestamp: 1_775_653_748_000 }],
    ['is a date', { ...right, io_timestamp: new Date(0) }],
    ['is a date', { ...right, io_timestamp: '2026-04-08T13:09:08Z' }],
    ['`io_timestamp`', { io_signature: 'e19a' }],
    ['`io_timestamp`', { ...right, io_timestamp: 5 }],
    ['`state`', { ...right, state: '' }],
    ['`state`', { ...right, state: 5 }],
  ])('says %s, and nothing of it, of %j', (what, answer) => {
    let error: unknown;
    try {
      readIoSignature(answer);
    } catch (thrown) {
      error = thrown;
    }

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain(what);
    expect((error as Error).message).not.toMatch(/e19a|17756|2026/);
  });
});
