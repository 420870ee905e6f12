import { randomText } from '../endpoint/random-text';
import { keptValues } from '../store/kept-values';
import { readStore } from '../store/store';
import { hashOf } from './hash-of';
import { openRuns } from './open-runs';
import { ResultError } from './result-error';
import { type Run, readExpected, readStoredRun, type StoredRun, secondsLeft } from './run';
import { StateBusyError } from './state-busy-error';
import type { States, StatesOptions } from './states';

const defaultMaxAgeSeconds = 86_400;

/** As long as a check may take: 360dialog's limit may have it wait for half a minute. */
const leaseSeconds = 60;

/**
 * Makes the `state` of your runs, so that your server knows later that a result belongs to a run, and to
 * the user who began it. The store holds no `state`, only its hash.
 *
 * @throws TypeError when an option is wrong
 *
 * @example
 * const states = createStates({ store: postgresStore(pool) });
 * const state = await states.mint(session.userId);
 * const { runId } = await states.take(result.state, session.userId);
 */
export function createStates(options: StatesOptions): States {
  const { maxAgeSeconds: usualAge = defaultMaxAgeSeconds, ...others } = Object(
    options,
  ) as StatesOptions;
  checkAge(usualAge);
  const store = readStore(others.store);
  const runs = keptValues(store, 'state:run');
  const open = openRuns(store);

  const read = async (key: string): Promise<StoredRun | null> => {
    const text = await runs.read(key, (value) => secondsLeft(readStoredRun(value)));
    const run = text === null ? null : readStoredRun(text);
    return run && run.expiresAt > Date.now() ? run : null;
  };
  const held = async (state: string | undefined, user: string | number) => {
    const asked = readUser(user);
    const key = await hashOf(readState(state));
    const lock = `state:lease:${key}`;
    if (!(await store.claim(lock, leaseSeconds))) throw new StateBusyError(2);
    const release = () => store.release(lock);
    try {
      const run = await read(key);
      if (!run) throw new ResultError('state_unknown');
      if (run.user !== asked) throw new ResultError('state_of_another_user');
      // Forgotten before the lease is given back, so that nobody else gets it.
      return { run, release, take: () => runs.forget(key).finally(release) };
    } catch (error) {
      await release();
      throw error;
    }
  };

  return {
    async mint(user, { expect, partnerId, maxAgeSeconds = usualAge, runId = randomText() } = {}) {
      checkAge(maxAgeSeconds);
      const state = randomText();
      const key = await hashOf(state);
      const mintedAt = Date.now();
      const run: StoredRun = {
        user: readUser(user),
        runId,
        ...(partnerId !== undefined && { partnerId }),
        ...readExpected(expect),
        mintedAt,
        expiresAt: mintedAt + maxAgeSeconds * 1000,
      };
      await runs.keep(key, JSON.stringify(run), Math.ceil(maxAgeSeconds));
      await open.add(key, Math.ceil(maxAgeSeconds));
      return state;
    },
    async lease(state, user) {
      const { run, take, release } = await held(state, user);
      return { ...publicRun(run), take, release };
    },
    async take(state, user) {
      const { run, take } = await held(state, user);
      await take();
      return publicRun(run);
    },
    async listOpen(options) {
      const until = Date.now() - readAge(options) * 1000;
      const found: Run[] = [];
      for (const key of await open.keys()) {
        const run = await read(key);
        if (run && run.mintedAt <= until) found.push(publicRun(run));
      }
      return found;
    },
  };
}

const publicRun = ({ expiresAt, ...run }: StoredRun): Run => run;

function checkAge(seconds: number): void {
  if (Number.isFinite(seconds) && seconds > 0) return;
  throw new TypeError('maxAgeSeconds must be a number of seconds above 0.');
}

function readAge(options: Parameters<States['listOpen']>[0]): number {
  const { olderThanSeconds } = Object(options) as typeof options;
  if (Number.isFinite(olderThanSeconds) && olderThanSeconds >= 0) return olderThanSeconds;
  throw new TypeError('olderThanSeconds must be a number of seconds.');
}

function readUser(user: unknown): string {
  const isText = typeof user === 'string' && user.trim() !== '';
  if (isText || Number.isFinite(user)) return String(user);
  throw new TypeError(
    'user must be your ID of who is logged in: a text that is not empty, or a number.',
  );
}

/** A result may well lack it, or have something that no store should be asked for. */
function readState(state: unknown): string {
  if (typeof state === 'string' && /^[\w-]{22}$/.test(state)) return state;
  throw new ResultError('state_unknown');
}
