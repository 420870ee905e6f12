import { keptValues } from '../store/kept-values';
import type { Store } from '../store/store';

/** As long as 360dialog may plausibly send an event again, and then some. */
const rememberedSeconds = 30 * 86_400;

/** Which events are done. Only the holder of an event's lease asks, or says so. */
export type Memory = {
  recall(key: string): Promise<boolean>;
  remember(key: string): Promise<void>;
};

/** Makes one in the store that all processes share. */
export function createMemory(store: Pick<Store, 'put' | 'take'>): Memory {
  const done = keptValues(store, 'webhook:done');
  return {
    async recall(key) {
      return (await done.read(key, () => rememberedSeconds)) !== null;
    },
    remember: (key) => done.keep(key, '1', rememberedSeconds),
  };
}
