import type { PostgresClient } from '../store/postgres-client';
import { rowsOf } from '../store/postgres-client';
import { ApiKeyError } from './api-key-error';
import {
  isPglite,
  type PgliteDatabase,
  type PostgresConnection,
  type PostgresPool,
} from './postgres-pool';
import { createOneAtATime, createTurns, type OneAtATime, type Turns } from './turns';

/** Has a name to itself, and does everything meanwhile on the connection that holds the lock. */
type PostgresLock = <Result>(
  name: string,
  signal: AbortSignal,
  work: (connection: PostgresClient) => Promise<Result>,
) => Promise<Result>;

type Queues = { oneAtATime: OneAtATime; connections: Turns };

/** By pool, since two places of keys may have the same one. */
const queuesOf = new WeakMap<object, Queues>();

function queuesFor(pool: PostgresPool | PgliteDatabase): Queues {
  const known = queuesOf.get(pool);
  if (known) return known;
  // Never all of them: what a call does meanwhile may need one too, such as a limiter's store.
  const most = isPglite(pool) ? 2 : (pool.options?.max ?? 10);
  const queues = {
    oneAtATime: createOneAtATime(),
    connections: createTurns(Math.max(1, Math.floor(most / 2))),
  };
  queuesOf.set(pool, queues);
  return queues;
}

/**
 * Locks by an advisory lock of PostgreSQL that belongs to a connection: it ends with its process, at any
 * moment, and a process that has lost it cannot write any more. PGlite has one process only.
 */
export function createPostgresLock(pool: PostgresPool | PgliteDatabase): PostgresLock {
  const { oneAtATime, connections } = queuesFor(pool);
  if (isPglite(pool)) return (name, signal, work) => oneAtATime(name, signal, () => work(pool));

  return (name, signal, work) =>
    oneAtATime(name, signal, async () => {
      const lockId = await lockIdOf(name);
      for (let pauseMs = 25; ; pauseMs = Math.min(pauseMs * 2, 1000)) {
        const giveBack = await connections.take(signal);
        try {
          const outcome = await onConnection(pool, signal, lockId, work);
          if (outcome) return outcome.result;
        } finally {
          giveBack();
        }
        // Without a connection, so that other channels have it meanwhile.
        await pause(pauseMs, signal);
      }
    });
}

/** Runs work on a connection that has the lock; `null` where somebody else has it. */
async function onConnection<Result>(
  pool: PostgresPool,
  signal: AbortSignal,
  lockId: string,
  work: (connection: PostgresClient) => Promise<Result>,
): Promise<{ result: Result } | null> {
  const connection = await connectInTime(pool, signal);
  // A connection that is lost between two statements would end a Node process which does not listen.
  const onError = () => {};
  connection.on?.('error', onError);
  let isBroken = true;
  try {
    if (!(await tryLock(connection, lockId))) {
      isBroken = false;
      return null;
    }
    try {
      return { result: await work(connection) };
    } finally {
      isBroken = !(await unlock(connection, lockId));
    }
  } finally {
    connection.removeListener?.('error', onError);
    // Where the lock may still be held, it ends with the connection.
    connection.release(isBroken);
  }
}

/** A pool that is used up may keep everybody waiting for ever. */
function connectInTime(pool: PostgresPool, signal: AbortSignal): Promise<PostgresConnection> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new ApiKeyError('busy'));
    signal.addEventListener('abort', giveUp);
    pool
      .connect()
      .then((connection) => {
        if (typeof connection?.release !== 'function') {
          throw new TypeError('pool.connect must resolve to a connection with query and release.');
        }
        if (signal.aborted) connection.release();
        else resolve(connection);
      })
      .catch(reject)
      .finally(() => signal.removeEventListener('abort', giveUp));
  });
}

async function tryLock(connection: PostgresConnection, lockId: string): Promise<boolean> {
  // Else the lock of a machine that is cut off would last for as long as the system's two hours.
  const keepAlive = `set_config('tcp_keepalives_idle', '20', false),
    set_config('tcp_keepalives_interval', '10', false), set_config('tcp_keepalives_count', '3', false)`;
  const text = `SELECT pg_try_advisory_lock($1::bigint) AS is_ours, ${keepAlive}`;
  const [row] = rowsOf(await connection.query(text, [lockId]));
  return row?.['is_ours'] === true;
}

async function unlock(connection: PostgresConnection, lockId: string): Promise<boolean> {
  try {
    const text = 'SELECT pg_advisory_unlock($1::bigint) AS is_free';
    return rowsOf(await connection.query(text, [lockId]))[0]?.['is_free'] === true;
  } catch {
    return false;
  }
}

/** Advisory locks are 64-bit numbers. Two names with one number would only wait for each other. */
async function lockIdOf(name: string): Promise<string> {
  const bytes = new TextEncoder().encode(`react-360dialog-connect ${name}`);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return String(new DataView(hash).getBigInt64(0));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      settle();
    };
    const giveUp = () => end(() => reject(new ApiKeyError('busy')));
    const timer = setTimeout(() => end(resolve), ms);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
  });
}
