import { Pool } from 'pg';
import { createStates, postgresStore } from 'react-360dialog-connect/server';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export const states = createStates({ store: postgresStore(pool) });
