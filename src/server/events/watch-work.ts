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
const passing = ['rate_limited', 'unavailable', 'unreachable', 'timeout', 'busy', 'unchecked'];

/** What is refused before anybody is asked: these have no HTTP status. */
const refusals = ['ResultError', 'ConnectNumberError'];

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
    const { name, status, code, retryAfterSeconds } = Object(error) as Record<string, unknown>;
    const word = typeof code === 'string' ? code : undefined;
    const isForNow = passing.includes(word!) || typeof retryAfterSeconds === 'number';
    const isRefusal =
      refusals.includes(String(name)) ||
      (typeof status === 'number' && status >= 400 && status < 500);
    end(isForNow ? 'busy' : isRefusal ? 'refused' : 'failed', word);
    throw error;
  }
}

/** What an error means: 360dialog's, and those that say when to come again, may be gone next time. */
export function outcomeOfError(error: unknown): { outcome: EventOutcome; code?: string } {
  const { name, code, retryAfterSeconds } = Object(error) as Record<string, unknown>;
  const word = typeof code === 'string' ? { code } : {};
  if (name === 'ResultError') return { outcome: 'refused', ...word };
  const isForNow = name === 'PartnerApiError' || typeof retryAfterSeconds === 'number';
  return { outcome: isForNow ? 'busy' : 'failed', ...word };
}

/** @throws TypeError */
export function checkOnEvent(onEvent: unknown): void {
  if (onEvent === undefined || typeof onEvent === 'function') return;
  throw new TypeError('onEvent must be a function.');
}
