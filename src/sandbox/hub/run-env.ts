import type { Hono } from 'hono';
import type { Client, Run } from '../state/sandbox-state';

/** What the routes of a run find on their context. */
export type RunEnv = { Variables: { run: Run; client: Client | undefined } };

/** The router of everything below `/run/:runId`. */
export type RunRoutes = Hono<RunEnv>;
