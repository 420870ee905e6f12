import { idInPath } from '../partner-api/id-in-path';
import { type PostgresClient, quoteTable, rowsOf } from '../store/postgres-client';
import type { ApiKeys } from './api-keys';
import { type EncryptionKey, readEncryptionKeys } from './encryption-keys';
import { createPostgresLock } from './postgres-lock';
import { checkPool, type PgliteDatabase, type PostgresPool } from './postgres-pool';
import { createSeal, type Seal } from './seal';
import type { StoredApiKey } from './stored-api-key';
import { usualWaitSeconds, withinWait } from './within-wait';

/**
 * The table of `postgresKeys`, for your migrations. It may be run again. For a table with another name,
 * replace `dialog360_keys` in it.
 *
 * @example
 * await pool.query(postgresKeysSql);
 */
export const postgresKeysSql = `CREATE TABLE IF NOT EXISTS dialog360_keys (
  channel_id text PRIMARY KEY,
  sealed text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
)`;

/** How the keys are encrypted, and where they are. */
export type PostgresKeysOptions = {
  /**
   * 32 random bytes in base64, as of `openssl rand -base64 32`; while you replace it, a list whose
   * first encrypts. From your environment, and never from the database.
   */
  encryptionKey: EncryptionKey;
  /**
   * The table, such as `connect_keys` or `my_schema.connect_keys`: lowercase letters, digits and `_`.
   *
   * @default 'dialog360_keys'
   */
  table?: string | undefined;
};

/** Keys in PostgreSQL. */
export type PostgresKeys = ApiKeys & {
  /**
   * Encrypts all that is stored with the first `encryptionKey`; then the others can go. It may be
   * stopped and run again, also while the keys are in use.
   *
   * @returns how many were encrypted anew
   * @throws ApiKeyError `unreadable` (as a rejection) for one whose `encryptionKey` is not listed
   */
  reencrypt(): Promise<number>;
};

/**
 * Keeps API keys in a table of PostgreSQL, encrypted (JWE, A256GCM) before they leave this process. Make
 * the table with `postgresKeysSql`.
 *
 * A channel's lock is an advisory lock of one connection, and what is done under it takes no second one
 * of the pool. At most half of the pool's connections are taken for that. A pooler in between must keep
 * a session on one connection (PgBouncer: `pool_mode = session`).
 *
 * @param pool that of `pg`, or PGlite
 * @throws TypeError for an option that cannot be right
 *
 * @example
 * const keys = postgresKeys(pool, { encryptionKey: process.env.KEYS_ENCRYPTION_KEY });
 * await ensureApiKey({ api, keys, channelId: 'y9MiLoCH' });
 */
export function postgresKeys(
  pool: PostgresPool | PgliteDatabase,
  options: PostgresKeysOptions,
): PostgresKeys {
  checkPool(pool);
  const { encryptionKey, table = 'dialog360_keys' } = Object(options) as PostgresKeysOptions;
  const seal = createSeal(readEncryptionKeys(encryptionKey));
  const sql = statementsFor(quoteTable(table));
  const lock = createPostgresLock(pool);
  const lockName = (id: string) => `${table} ${id}`;
  return {
    async get(channelId) {
      return slotOf(pool, sql, seal, idInPath(channelId, 'channelId')).read();
    },
    async delete(channelId) {
      const id = idInPath(channelId, 'channelId');
      await withinWait(usualWaitSeconds, (signal) =>
        lock(lockName(id), signal, (connection) => connection.query(sql.delete, [id])),
      );
    },
    async lock(channelId, work, signal) {
      const id = idInPath(channelId, 'channelId');
      return lock(lockName(id), signal, (connection) => work(slotOf(connection, sql, seal, id)));
    },
    async reencrypt() {
      const old = rowsOf(await pool.query(sql.listOther, [await seal.currentHeader()]));
      let count = 0;
      for (const { channel_id, sealed } of old as SealedRow[]) {
        const anew = await seal.close(channel_id, await seal.open(channel_id, sealed));
        // Nothing where it was replaced or deleted meanwhile: who did that has encrypted it.
        const values = [channel_id, sealed, anew];
        count += rowsOf(await pool.query(sql.replace, values)).length;
      }
      return count;
    },
  };
}

type SealedRow = { channel_id: string; sealed: string };
type Statements = ReturnType<typeof statementsFor>;

const statementsFor = (table: string) => ({
  read: `SELECT sealed FROM ${table} WHERE channel_id = $1`,
  write: `INSERT INTO ${table} (channel_id, sealed) VALUES ($1, $2)
    ON CONFLICT (channel_id) DO UPDATE SET sealed = EXCLUDED.sealed, stored_at = now()`,
  delete: `DELETE FROM ${table} WHERE channel_id = $1`,
  // The header is a JWE's first part, and names the key that it was encrypted with.
  listOther: `SELECT channel_id, sealed FROM ${table} WHERE split_part(sealed, '.', 1) <> $1`,
  replace: `UPDATE ${table} SET sealed = $3 WHERE channel_id = $1 AND sealed = $2
    RETURNING channel_id`,
});

/** A channel's row, on whichever connection. */
const slotOf = (client: PostgresClient, sql: Statements, seal: Seal, id: string) => ({
  async read(): Promise<StoredApiKey | null> {
    const [row] = rowsOf(await client.query(sql.read, [id]));
    return row ? seal.open(id, String(row['sealed'])) : null;
  },
  async write(key: StoredApiKey): Promise<void> {
    await client.query(sql.write, [id, await seal.close(id, key)]);
  },
});
