import * as v from 'valibot';
import { hashOf } from '../states/hash-of';
import { keptValues } from '../store/kept-values';
import type { Store } from '../store/store';
import { ConnectNumberError } from './connect-number-error';

const keptSeconds = 30 * 86_400;

/** As long as the calls usually take. Where 360dialog has them wait longer, another call may begin. */
const leaseSeconds = 60;

const commandSchema = v.object({
  id: v.string(),
  status: v.nullable(v.string()),
  expiresAt: v.nullable(v.string()),
});

const progressSchema = v.variant('phase', [
  v.object({ phase: v.literal('begun'), channelsBefore: v.array(v.string()) }),
  v.object({
    phase: v.literal('submitted'),
    clientId: v.string(),
    command: v.nullable(commandSchema),
    channelId: v.nullable(v.string()),
  }),
]);

/** How far a number has come: what a killed process had begun, or that it was handed in. */
export type NumberProgress = v.InferOutput<typeof progressSchema>;

/** What is remembered of one number, while nobody else has it. */
export type NumberMemory = {
  read(): Promise<NumberProgress | null>;
  write(progress: NumberProgress): Promise<void>;
};

/**
 * Holds a number, so that no two calls hand it in.
 *
 * @param name what tells numbers apart; the store gets its hash
 * @throws ConnectNumberError (as a rejection) `busy`
 */
export async function withNumber<Output>(
  store: Store,
  name: string,
  act: (memory: NumberMemory) => Promise<Output>,
): Promise<Output> {
  const key = await hashOf(name);
  const progress = keptValues(store, 'number');
  const lock = `number:lease:${key}`;
  if (!(await store.claim(lock, leaseSeconds))) throw new ConnectNumberError('busy');
  try {
    return await act({
      async read() {
        const text = await progress.read(key, () => keptSeconds);
        return text === null ? null : v.parse(progressSchema, JSON.parse(text));
      },
      write: (value) => progress.keep(key, JSON.stringify(value), keptSeconds),
    });
  } finally {
    // One that cannot be given back runs out.
    await store.release(lock).catch(() => {});
  }
}
