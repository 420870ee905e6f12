import type { PostgresClient } from '../store/postgres-client';

/** A connection of a pool, which is its taker's until it is released. */
export type PostgresConnection = PostgresClient & {
  /** Gives it back; with `true`, it is closed instead. */
  release(isBroken?: boolean): void;
  /** Hears of a connection that was lost between two statements; as in Node, nobody else does. */
  on?(event: 'error', listener: (error: Error) => void): unknown;
  /** Stops hearing. */
  removeListener?(event: 'error', listener: (error: Error) => void): unknown;
};

/** What is used of a pool of PostgreSQL: that of `pg`, or one like it. */
export type PostgresPool = PostgresClient & {
  /** Takes a connection out of the pool. */
  connect(): Promise<PostgresConnection>;
  /** How many connections it has at most; 10 where it does not say, as with `pg`. */
  readonly options?: { readonly max?: number };
};

/** PGlite: a PostgreSQL inside this process, with one connection, which nobody else has. */
export type PgliteDatabase = PostgresClient & {
  /** What tells PGlite from a client whose connection nobody knows. */
  runExclusive<Result>(work: () => Promise<Result>): Promise<Result>;
};

/** Tells PGlite. */
export const isPglite = (client: PostgresPool | PgliteDatabase): client is PgliteDatabase =>
  typeof (client as Partial<PgliteDatabase>).runExclusive === 'function';

/** @throws TypeError for what is neither a pool nor PGlite */
export function checkPool(client: PostgresPool | PgliteDatabase): void {
  const { query, connect } = Object(client) as Partial<PostgresPool>;
  // A lock belongs to a connection, so a client that hides its connections cannot hold one.
  if (typeof query === 'function' && (typeof connect === 'function' || isPglite(client))) return;
  throw new TypeError('postgresKeys takes a pool with query and connect, such as that of pg.');
}
