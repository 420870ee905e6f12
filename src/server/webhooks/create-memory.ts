import type { Store } from '../store/store';

/** As long as 360dialog may plausibly send an event again, and then some. */
const rememberedSeconds = 30 * 86_400;

/** Which events are done. Only the holder of an event's lease asks, or says so. */
export type Memory = {
  recall(key: string): Promise<boolean>;
  remember(key: string): Promise<void>;
};

/**
 * A store can be read by taking only, and who has taken may be killed before it has put back. So there are
 * two copies, and never more than one of them is out: one kill loses none.
 *
 * To ask by a claim would not do. It leaves one where there was none, and after a kill that would count as
 * done: the event would be lost.
 */
export function createMemory(store: Pick<Store, 'put' | 'take'>): Memory {
  const copiesOf = (key: string) => [`webhook:done:${key}:1`, `webhook:done:${key}:2`] as const;
  const put = (copy: string) => store.put(copy, '1', rememberedSeconds);
  return {
    async recall(key) {
      const [first, second] = copiesOf(key);
      if ((await store.take(first)) !== null) {
        await put(first);
        return true;
      }
      if ((await store.take(second)) === null) return false;
      await put(first);
      await put(second);
      return true;
    },
    async remember(key) {
      const [first, second] = copiesOf(key);
      const [one, other] = await Promise.allSettled([put(first), put(second)]);
      if (one.status === 'rejected' && other.status === 'rejected') throw one.reason;
    },
  };
}
