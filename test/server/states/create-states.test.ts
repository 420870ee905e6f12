// @vitest-environment node
import {
  createStates,
  isResultError,
  isStateBusyError,
  memoryStore,
  type Store,
} from 'react-360dialog-connect/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers({ now: 1_775_653_740_000 }));
afterEach(() => void vi.useRealTimers());

const unknown = expect.objectContaining({ name: 'ResultError', code: 'state_unknown' });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('It was taken.'),
    (error: unknown) => error,
  );

/** A store that forgets nothing, and ends the process at its nth call. */
function mortal(store: Store, callsToLive: number, onEnd: () => void): Store {
  let calls = 0;
  const living =
    <Arguments extends unknown[], Value>(verb: (...all: Arguments) => Promise<Value>) =>
    async (...all: Arguments): Promise<Value> => {
      if (calls++ >= callsToLive) {
        onEnd();
        return new Promise<never>(() => {});
      }
      return verb(...all);
    };
  return {
    claim: living(store.claim),
    release: living(store.release),
    put: living(store.put),
    take: living(store.take),
  };
}

describe('a state', () => {
  it('is 22 letters that need no encoding, and another one each time', async () => {
    const states = createStates({ store: memoryStore() });

    const [one, other] = [await states.mint('anna'), await states.mint('anna')];

    expect(one).toMatch(/^[\w-]{22}$/);
    expect(other).not.toBe(one);
  });

  it('gives its run to the user who began it, once', async () => {
    const states = createStates({ store: memoryStore() });
    const expected = { client: 'oaY9LLfUCL' };
    const state = await states.mint(7, { runId: '1-2-3', partnerId: 'a', expect: expected });

    expect(await states.take(state, '7')).toEqual({
      user: '7',
      runId: '1-2-3',
      partnerId: 'a',
      expect: expected,
      mintedAt: Date.now(),
    });

    expect(await refusalOf(states.take(state, 7))).toEqual(unknown);
  });

  it('has a run of its own where the button named none', async () => {
    const states = createStates({ store: memoryStore() });

    expect((await states.take(await states.mint('anna'), 'anna')).runId).toMatch(/^[\w-]{22}$/);
  });

  it('is refused to everybody else, and stays usable', async () => {
    const states = createStates({ store: memoryStore() });
    const state = await states.mint('anna');

    const error = await refusalOf(states.take(state, 'ben'));

    expect(isResultError(error) && error.code).toBe('state_of_another_user');
    await expect(states.take(state, 'anna')).resolves.toMatchObject({ user: 'anna' });
  });

  it.each([undefined, '', 'a', '../x', 'ä'.repeat(22), 'x'.repeat(22), 'x'.repeat(100_000)])(
    'is unknown where nobody minted it: %j',
    async (state) => {
      const states = createStates({ store: memoryStore() });

      expect(await refusalOf(states.lease(state, 'anna'))).toEqual(unknown);
    },
  );

  it('is unknown once it is too old, which is a day unless told otherwise', async () => {
    const states = createStates({ store: memoryStore() });
    const usual = await states.mint('anna');
    const short = await states.mint('anna', { maxAgeSeconds: 60 });

    vi.advanceTimersByTime(60_000);
    expect(await refusalOf(states.take(short, 'anna'))).toEqual(unknown);
    vi.advanceTimersByTime(86_400_000 - 60_001);
    const lease = await states.lease(usual, 'anna');
    await lease.release();
    vi.advanceTimersByTime(1);

    expect(await refusalOf(states.take(usual, 'anna'))).toEqual(unknown);
  });

  it('is nowhere in the store', async () => {
    const seen: unknown[] = [];
    const store = memoryStore();
    const spy = new Proxy(store, {
      get:
        (target, verb: keyof Store) =>
        (...all: never[]) => {
          seen.push(all);
          return (target[verb] as (...given: never[]) => unknown)(...all);
        },
    });
    const states = createStates({ store: spy });
    const state = await states.mint('anna');

    await states.take(state, 'anna');

    expect(JSON.stringify(seen)).not.toContain(state);
  });
});

describe('a lease', () => {
  it('keeps others out while a result is checked, and says when to come again', async () => {
    const states = createStates({ store: memoryStore() });
    const state = await states.mint('anna');
    await states.lease(state, 'anna');

    const error = await refusalOf(states.lease(state, 'anna'));

    expect(isStateBusyError(error) && error.retryAfterSeconds).toBe(2);
  });

  it('leaves the state usable where the check could not be finished', async () => {
    const states = createStates({ store: memoryStore() });
    const state = await states.mint('anna');

    const lease = await states.lease(state, 'anna');
    await lease.release();

    await expect(states.take(state, 'anna')).resolves.toMatchObject({ user: 'anna' });
  });

  it('uses the state up where it could', async () => {
    const states = createStates({ store: memoryStore() });
    const state = await states.mint('anna');

    const lease = await states.lease(state, 'anna');
    await lease.take();

    expect(await refusalOf(states.lease(state, 'anna'))).toEqual(unknown);
  });

  it('runs out after a minute where its process was killed, whenever that was', async () => {
    for (let callsToLive = 0; callsToLive < 12; callsToLive++) {
      const store = memoryStore();
      const state = await createStates({ store }).mint('anna');
      await new Promise<void>((resolve) => {
        const killed = createStates({ store: mortal(store, callsToLive, resolve) });
        void killed
          .lease(state, 'anna')
          .then((lease) => lease.release())
          .then(resolve);
      });
      vi.advanceTimersByTime(60_000);

      const lease = await createStates({ store }).lease(state, 'anna');

      expect(lease.user).toBe('anna');
    }
  });

  it('gives one of many at once the run', async () => {
    const store = memoryStore();
    const state = await createStates({ store }).mint('anna');
    const all = Array.from({ length: 20 }, () => createStates({ store }).take(state, 'anna'));

    const settled = await Promise.allSettled(all);

    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('listOpen', () => {
  it('gives the runs that nobody has answered, from all processes', async () => {
    const store = memoryStore();
    const [one, other] = [createStates({ store }), createStates({ store })];
    await one.mint('anna', { runId: '1-111' });
    vi.advanceTimersByTime(3_600_000);
    await other.mint('ben', { runId: '2-222' });
    const answered = await one.mint('carla', { runId: '3-333' });
    vi.advanceTimersByTime(600_000);
    await one.mint('dora', { runId: '4-444' });
    await other.take(answered, 'carla');

    const open = await other.listOpen({ olderThanSeconds: 300 });

    expect(open.map(({ user, runId }) => [user, runId])).toEqual([
      ['anna', '1-111'],
      ['ben', '2-222'],
    ]);
  });

  it('finds those of another process that may take longer than its own', async () => {
    const store = memoryStore();
    await createStates({ store, maxAgeSeconds: 7 * 86_400 }).mint('anna');
    await createStates({ store }).mint('ben', { maxAgeSeconds: 2 * 86_400 });
    vi.advanceTimersByTime(3 * 86_400_000);

    const open = await createStates({ store }).listOpen({ olderThanSeconds: 300 });

    expect(open.map(({ user }) => user)).toEqual(['anna']);
  });

  it('forgets those that are too old', async () => {
    const states = createStates({ store: memoryStore() });
    await states.mint('anna');

    vi.advanceTimersByTime(86_400_000);

    expect(await states.listOpen({ olderThanSeconds: 0 })).toEqual([]);
  });

  it('loses none of many that are begun at once', async () => {
    vi.useRealTimers();
    const store = memoryStore();
    const processes = Array.from({ length: 5 }, () => createStates({ store }));

    await Promise.all(processes.flatMap((states) => [1, 2, 3].map((user) => states.mint(user))));

    expect(await processes[0]!.listOpen({ olderThanSeconds: 0 })).toHaveLength(15);
  });
});

describe('createStates', () => {
  it.each([5, 'oaY9LLfUCL', null, [], { client: '' }, { client: null }, { number: 'mine' }])(
    'refuses to expect %j',
    async (given) => {
      const states = createStates({ store: memoryStore() });

      await expect(states.mint('anna', { expect: given as never })).rejects.toThrow(/^expect/);
    },
  );

  it.each([undefined, {}, { olderThanSeconds: '60' }, { olderThanSeconds: Number.NaN }])(
    'refuses to list what is older than %j',
    async (options) => {
      const states = createStates({ store: memoryStore() });

      await expect(states.listOpen(options as never)).rejects.toThrow(/^olderThanSeconds/);
    },
  );

  it.each([undefined, null, {}, { claim() {} }])('refuses the store %j', (store) => {
    expect(() => createStates({ store: store as never })).toThrow(/^store must have/);
  });

  it.each([0, -1, Number.NaN, '60'])('refuses the age %j', (maxAgeSeconds) => {
    const store = memoryStore();

    expect(() => createStates({ store, maxAgeSeconds: maxAgeSeconds as number })).toThrow(
      /^maxAgeSeconds/,
    );
  });

  it.each([undefined, null, '', ' ', {}, Number.NaN, Promise.resolve('anna')])(
    'mints for nobody who is none: %j',
    async (user) => {
      const states = createStates({ store: memoryStore() });

      await expect(states.mint(user as string)).rejects.toThrow(/^user must be/);
    },
  );
});
