import { Pool } from 'pg';
import { postgresKeys, postgresKeysSql } from 'react-360dialog-connect/server';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export const keys = postgresKeys(pool, { encryptionKey: process.env.KEYS_ENCRYPTION_KEY });

/** Among your migrations. */
export const createKeysTable = () => pool.query(postgresKeysSql);
