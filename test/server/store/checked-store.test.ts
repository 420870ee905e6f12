// @vitest-environment node
import { createIoSigner, type Store } from 'react-360dialog-connect/server';
import { expect, it } from 'vitest';
import { checkedStore } from '../../../src/server/store/store';
import { partnerId, platformSecret } from '../signers';

/** As apps write one: its verbs are the class's, not the object's. */
class OwnStore implements Store {
  readonly values = new Map<string, string>();

  async claim(key: string) {
    if (this.values.has(key)) return false;
    this.values.set(key, '');
    return true;
  }
  async release(key: string) {
    this.values.delete(key);
  }
  async put(key: string, value: string) {
    this.values.set(key, value);
  }
  async take(key: string) {
    return this.values.get(key) ?? null;
  }
}

it('keeps all verbs of a class', async () => {
  const store = checkedStore<Store>(new OwnStore());

  expect(await store.claim('a', 1)).toBe(true);
  await store.release('a');
  expect(await store.claim('a', 1)).toBe(true);
  await store.put('b', 'text', 1);
  expect(await store.take('b')).toBe('text');
});

it.each([null, 0, '', false, {}, { claim: 'x' }])('a signer does not take %j for one', (store) => {
  const options = { partnerId, platformSecret, store: store as never };

  expect(() => createIoSigner(options)).toThrow(/^store must have claim/);
});
