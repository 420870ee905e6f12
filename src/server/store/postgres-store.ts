import { type PostgresClient, quoteTable, rowsOf } from './postgres-client';
import { readTtl, type Store } from './store';

/**
 * The table of `postgresStore`, for your migrations. It may be run again. For a table with another name,
 * replace `dialog360_store` in it.
 *
 * @example
 * await pool.query(postgresStoreSql);
 */
export const postgresStoreSql = `CREATE TABLE IF NOT EXISTS dialog360_store (
  kind text NOT NULL,
  key text NOT NULL,
  value text,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (kind, key),
  UNIQUE (expires_at, kind, key)
)`;

const sweepPauseMs = 60_000;

/**
 * Remembers in a table of PostgreSQL (9.5 or newer) that all your processes share. Make the table with
 * `postgresStoreSql`.
 *
 * Each verb is one statement, and none waits for a second connection, so a pool of any size will do. What
 * has expired is swept beside writing, by each process once a minute. Keys and texts hold no `\u0000`,
 * which PostgreSQL does not take, and keys have at most 2,000 bytes.
 *
 * @param pool give a pool rather than a client that you use for transactions: what such a one claims
 * is taken back by its ROLLBACK
 * @throws TypeError when `pool` has no `query`, or `table` is no plain name
 *
 * @example
 * const pool = new Pool({ connectionString: process.env.DATABASE_URL });
 * webhookHandler({ platformSecret, store: postgresStore(pool), on });
 */
export function postgresStore(
  pool: PostgresClient,
  options: {
    /**
     * The table, such as `connect_store` or `my_schema.connect_store`: lowercase letters, digits and
     * `_`.
     *
     * @default 'dialog360_store'
     */
    table?: string | undefined;
  } = {},
): Store {
  if (typeof pool?.query !== 'function') {
    throw new TypeError('postgresStore takes a client or pool with query(text, values).');
  }
  const sql = statementsFor(quoteTable(options.table ?? 'dialog360_store'));
  const sweep = sweepNowAndThen(() => pool.query(sql.sweep, []));
  return {
    async claim(key, ttlSeconds) {
      const rows = rowsOf(await pool.query(sql.claim, [key, readTtl(ttlSeconds)]));
      await sweep();
      return rows.length > 0;
    },
    async release(key) {
      await pool.query(sql.release, [key]);
    },
    async put(key, value, ttlSeconds) {
      await pool.query(sql.put, [key, value, readTtl(ttlSeconds)]);
      await sweep();
    },
    async take(key) {
      const [row] = rowsOf(await pool.query(sql.take, [key]));
      return row?.['is_alive'] === true ? String(row['value']) : null;
    },
  };
}

/**
 * The clock is the database's, since those of the processes differ. `clock_timestamp()` is right inside a
 * transaction that has been open for long, too; the sweep takes `now()`, which an index can serve.
 */
const statementsFor = (table: string) => ({
  claim: `INSERT INTO ${table} AS entry (kind, key, expires_at)
    VALUES ('claim', $1, clock_timestamp() + make_interval(secs => $2))
    ON CONFLICT (kind, key) DO UPDATE SET expires_at = EXCLUDED.expires_at
    WHERE entry.expires_at <= clock_timestamp()
    RETURNING key`,
  release: `DELETE FROM ${table} WHERE kind = 'claim' AND key = $1`,
  put: `INSERT INTO ${table} (kind, key, value, expires_at)
    VALUES ('value', $1, $2, clock_timestamp() + make_interval(secs => $3))
    ON CONFLICT (kind, key) DO UPDATE SET value = EXCLUDED.value, expires_at = EXCLUDED.expires_at`,
  take: `DELETE FROM ${table} WHERE kind = 'value' AND key = $1
    RETURNING value, expires_at > clock_timestamp() AS is_alive`,
  // SKIP LOCKED: two sweeps at a time share the work, and neither waits for a claim.
  sweep: `DELETE FROM ${table} WHERE expires_at <= now() AND (kind, key) IN (
    SELECT kind, key FROM ${table} WHERE expires_at <= now()
    ORDER BY expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
});

/** Waited for, because some hosts freeze a process that has answered. */
function sweepNowAndThen(sweep: () => Promise<unknown>): () => Promise<void> {
  let nextAtMs = 0;
  return async () => {
    if (performance.now() < nextAtMs) return;
    nextAtMs = performance.now() + sweepPauseMs;
    // What is left over takes room, and changes no answer; the next sweep tries again.
    await sweep().catch(() => {});
  };
}
