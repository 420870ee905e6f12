import type { OnEvent } from 'react-360dialog-connect/server';

/** As much of pino as is used here: `pino()` is one. */
type Log = Record<'info' | 'warn' | 'error', (fields: object, text: string) => void>;

const levels = { ok: 'info', busy: 'warn', refused: 'warn', failed: 'error' } as const;

/** One line for each step of an onboarding, found by its `runId`. */
export const logTo =
  (log: Log): OnEvent =>
  (event) =>
    log[levels[event.outcome]](event, `onboarding: ${event.type} ${event.outcome}`);
