import type { EventOutcome, OnEvent, ServerEvent } from './server-event';

/** What becomes known while the work is done. */
export type EventFacts = {
  runId?: string;
  partnerId?: string | null;
  clientId?: string;
  channelId?: string;
  event?: string;
  call?: string;
};

/** One piece of work. */
export type WatchedWork = {
  /** Something is known by now. */
  note(facts: EventFacts): void;
  /** It is over. */
  end(outcome: EventOutcome, code?: string): void;
};

/** Watches a piece of work that begins now, and tells `onEvent` what came of it. */
export function watchWork(onEvent: OnEvent | undefined, type: ServerEvent['type']): WatchedWork {
  const startedMs = performance.now();
  const known: EventFacts = {};
  return {
    note: (facts) => void Object.assign(known, facts),
    end(outcome, code) {
      const durationMs = Math.round(performance.now() - startedMs);
      const { partnerId = null, ...facts } = known;
      const event = { at: Date.now(), type, partnerId, ...facts, outcome, durationMs };
      // A log that fails, at once or later, changes nothing.
      (async () =>
        onEvent?.({ ...event, ...(code !== undefined && { code }) } as ServerEvent))().catch(
        () => {},
      );
    },
  };
}

/** What an answer means. */
export function outcomeOfStatus(status: number): EventOutcome {
  if (status < 400) return 'ok';
  if (status === 503) return 'busy';
  return status >= 500 ? 'failed' : 'refused';
}

/** These may be gone the next time. */
const passing: unknown[] = [
  'rate_limited',
  'unavailable',
  'unreachable',
  'timeout',
  'busy',
  'unchecked',
];

/** What is refused before anybody is asked: these have no HTTP status. */
const refusals: unknown[] = ['ResultError', 'ConnectNumberError'];

/** Watches a piece of work to its end. Rejects with what the work rejects with. */
export async function watched<Output>(
  { note, end }: WatchedWork,
  facts: EventFacts,
  work: () => Promise<Output>,
): Promise<Output> {
  note(facts);
  try {
    const output = await work();
    end('ok');
    return output;
  } catch (error) {
    const { code } = Object(error) as { code?: unknown };
    end(outcomeOfError(error), typeof code === 'string' ? code : undefined);
    throw error;
  }
}

/** What an error of this library means; any other is your own code's, or a store's. */
function outcomeOfError(error: unknown): EventOutcome {
  const { name, status, code, retryAfterSeconds } = Object(error) as Record<string, unknown>;
  if (passing.includes(code) || typeof retryAfterSeconds === 'number') return 'busy';
  if (refusals.includes(name)) return 'refused';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'refused' : 'failed';
}

/** @throws TypeError */
export function checkOnEvent(onEvent: unknown): void {
  if (onEvent === undefined || typeof onEvent === 'function') return;
  throw new TypeError('onEvent must be a function.');
}
