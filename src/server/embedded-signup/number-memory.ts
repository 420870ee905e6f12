import * as v from 'valibot';
import { hashOf } from '../states/hash-of';
import { holdClaim } from '../store/hold-claim';
import { keptValues } from '../store/kept-values';
import type { Store } from '../store/store';
import { ConnectNumberError } from './connect-number-error';

const keptSeconds = 30 * 86_400;

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
type NumberProgress = v.InferOutput<typeof progressSchema>;

/** What is remembered of one number, while nobody else has it. */
export type NumberMemory = {
  read(): Promise<NumberProgress | null>;
  write(progress: NumberProgress): Promise<void>;
  /** For the calls meanwhile: aborted when somebody else may get the number. */
  signal: AbortSignal;
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
  const held = await holdClaim(store, `number:lease:${key}`);
  if (!held) throw new ConnectNumberError('busy');
  const { signal } = held;
  try {
    return await act({
      signal,
      async read() {
        const text = await progress.read(key, () => keptSeconds);
        return text === null ? null : v.parse(progressSchema, JSON.parse(text));
      },
      write: (value) => progress.keep(key, JSON.stringify(value), keptSeconds),
    });
  } catch (error) {
    throw signal.aborted ? new ConnectNumberError('busy') : error;
  } finally {
    await held.release();
  }
}
