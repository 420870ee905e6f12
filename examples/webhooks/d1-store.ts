import type { Store } from 'react-360dialog-connect/server';

/** What is used of Cloudflare's `D1Database`. */
export type D1 = {
  prepare(sql: string): {
    bind(...values: unknown[]): {
      first(): Promise<Record<string, unknown> | null>;
      run(): Promise<unknown>;
    };
  };
};

/** Its table. A job of yours deletes rows whose time has come. */
export const d1StoreSql = `CREATE TABLE IF NOT EXISTS dialog360_store (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  expires_at REAL NOT NULL
)`;

const upsert = `INSERT INTO dialog360_store (key, value, expires_at) VALUES (?1, ?2, ?3)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;
const claim = `${upsert} WHERE dialog360_store.expires_at <= ?4 RETURNING key`;
const remove = 'DELETE FROM dialog360_store WHERE key = ?1 RETURNING value, expires_at';

const nowSeconds = () => Date.now() / 1000;

/** The store of this library on Cloudflare's D1: each verb is one statement. */
export function d1Store(database: D1): Store {
  return {
    async claim(key, ttlSeconds) {
      const now = nowSeconds();
      const row = await database
        .prepare(claim)
        .bind(`claim:${key}`, '', now + ttlSeconds, now)
        .first();
      return row !== null;
    },
    async release(key) {
      await database.prepare(remove).bind(`claim:${key}`).first();
    },
    async put(key, value, ttlSeconds) {
      await database
        .prepare(upsert)
        .bind(`value:${key}`, value, nowSeconds() + ttlSeconds)
        .run();
    },
    async take(key) {
      const row = await database.prepare(remove).bind(`value:${key}`).first();
      return row && Number(row['expires_at']) > nowSeconds() ? String(row['value']) : null;
    },
  };
}
