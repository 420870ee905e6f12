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
    ['io_signature', undefined],
    ['io_signature', 'text'],
    ['io_signature', { ...right, io_signature: ' ' }],
    ['io_signature', { ...right, io_signature: 5 }],
    ['io_timestamp', { ...right, io_timestamp: 1_775_653_748_000 }],
    ['io_timestamp', { ...right, io_timestamp: new Date(0) }],
    ['io_timestamp', { io_signature: 'e19a' }],
    ['state', { ...right, state: '' }],
    ['state', { ...right, state: 5 }],
  ])('names %s as what is wrong with %j', (name, answer) => {
    expect(() => readIoSignature(answer)).toThrow(new TypeError(name));
  });
});
