import type { Store } from './store';

/** Values that can be read more than once. Of one key, one caller at a time may read: who holds its claim. */
type KeptValues = {
  keep(key: string, value: string, ttlSeconds: number): Promise<void>;
  /** @param ttlSeconds for how long it is kept from now on */
  read(key: string, ttlSeconds: (value: string) => number): Promise<string | null>;
  forget(key: string): Promise<void>;
};

/**
 * A store can be read by taking only, and who has taken may be killed before it has put back. So there are
 * two copies, and never more than one of them is out: one kill loses none.
 *
 * To ask by a claim would not do. It leaves one where there was none, and after a kill that would count as
 * something that was kept.
 */
export function keptValues(store: Pick<Store, 'put' | 'take'>, prefix: string): KeptValues {
  const copiesOf = (key: string) => [`${prefix}:${key}:1`, `${prefix}:${key}:2`] as const;
  return {
    async keep(key, value, ttlSeconds) {
      const [first, second] = copiesOf(key);
      const [one, other] = await Promise.allSettled([
        store.put(first, value, ttlSeconds),
        store.put(second, value, ttlSeconds),
      ]);
      if (one.status === 'rejected' && other.status === 'rejected') throw one.reason;
    },
    async read(key, ttlSeconds) {
      const [first, second] = copiesOf(key);
      const value = await store.take(first);
      if (value !== null) {
        await store.put(first, value, ttlSeconds(value));
        return value;
      }
      const other = await store.take(second);
      if (other === null) return null;
      await store.put(first, other, ttlSeconds(other));
      await store.put(second, other, ttlSeconds(other));
      return other;
    },
    async forget(key) {
      for (const copy of copiesOf(key)) await store.take(copy);
    },
  };
}
