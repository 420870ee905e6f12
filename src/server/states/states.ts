import type { Store } from '../store/store';
import type { ExpectedResult, Run } from './run';

/** Where the states are remembered, and for how long. */
export type StatesOptions = {
  /** Shared by all your processes: `postgresStore`, `redisStore`; `memoryStore` for one. */
  store: Store;
  /**
   * How old a `state` may get: a client may take hours to sign up.
   * @default 86400
   */
  maxAgeSeconds?: number | undefined;
};

/** About one run. */
export type MintOptions = {
  /** Makes it a reconnect, where something is expected: another client or number is refused then. */
  expect?: ExpectedResult | undefined;
  /** Of which of your partner IDs the run is, where you have several. */
  partnerId?: string | undefined;
  /** In place of that of `createStates`. */
  maxAgeSeconds?: number | undefined;
  /** The button's, from the body of its request. @default a new one */
  runId?: string | undefined;
};

/** A run whose result is being checked. */
export type Lease = Run & {
  /** Uses the `state` up: the result is yours. */
  take(): Promise<void>;
  /** Gives the `state` back, so that the next check need not wait. After a kill that takes a minute. */
  release(): Promise<void>;
};

/** The `state` of each run: single use, and bound to the user who began it. */
export type States = {
  /**
   * Begins a run. @param user your ID of who is logged in, a text that is not empty or a number
   * @returns the `state` for the hub
   * @throws TypeError (as a rejection) for a user or an option that cannot be right
   */
  mint(user: string | number, options?: MintOptions): Promise<string>;
  /**
   * Holds a `state` while its result is checked, and leaves it usable.
   *
   * @throws ResultError (as a rejection) `state_unknown`, `state_of_another_user`
   * @throws StateBusyError (as a rejection) while another check holds it
   */
  lease(state: string | undefined, user: string | number): Promise<Lease>;
  /**
   * Uses a `state` up: the first who asks gets its run.
   *
   * @throws ResultError (as a rejection) `state_unknown`, `state_of_another_user`
   */
  take(state: string | undefined, user: string | number): Promise<Run>;
  /**
   * Runs that were begun and never answered. @param options.olderThanSeconds younger ones may still come
   *
   * @throws TypeError (as a rejection) where that is no number from 0
   */
  listOpen(options: { olderThanSeconds: number }): Promise<Run[]>;
};
