import type { MetaReport } from './errors';
import { textOf } from './text-of';

/** What Meta's signup window says. */
export type SignupMessage = {
  /** `other`: of a kind that is new, and ends nothing. */
  type: 'finish' | 'cancel' | 'error' | 'other';
  /** The name as it came. */
  event: string;
  /** The IDs and whatever else came; `{}` where nothing did. */
  data: Record<string, unknown>;
  /** The screen that the client left. */
  currentStep?: string;
  /** Only where an error was reported. */
  report?: MetaReport;
  /** All of it, as it came. */
  raw: Record<string, unknown>;
};

/** Reads what a window message holds; `null` for everything that is not Meta's signup. Never throws. */
export function readSignupMessage(said: unknown): SignupMessage | null {
  const raw = asRecord(typeof said === 'string' ? parse(said) : said);
  if (raw?.type !== 'WA_EMBEDDED_SIGNUP' || typeof raw.event !== 'string') return null;
  const { event } = raw;
  const data = asRecord(raw.data) ?? {};
  const name = event.toUpperCase();
  // A client who reports an error cancels; some versions have the error beside `data`, not in it.
  const hasError = Boolean(data.error_message ?? raw.error_message);
  const currentStep = wordOf(data.current_step);
  return {
    type: typeOf(name, hasError),
    event,
    data,
    raw,
    ...(currentStep && { currentStep }),
    ...((hasError || name === 'ERROR') && { report: readReport({ ...raw, ...data }) }),
  };
}

function typeOf(name: string, hasError: boolean): SignupMessage['type'] {
  if (name.startsWith('FINISH')) return 'finish';
  if (name === 'ERROR') return 'error';
  if (name === 'CANCEL') return hasError ? 'error' : 'cancel';
  return 'other';
}

/** Nothing but what has the form of an ID or a time: the rest may be a client's data. */
function readReport(said: Record<string, unknown>): MetaReport {
  const code = wordOf(said.error_code ?? said.error_id);
  const sessionId = wordOf(said.session_id);
  const timestamp = wordOf(said.timestamp);
  return {
    ...(code && { code }),
    ...(sessionId && { sessionId }),
    ...(timestamp && { timestamp }),
  };
}

const wordOf = (value: unknown): string => /^[\w.:+-]{1,100}$/.exec(textOf(value))?.[0] ?? '';

const asRecord = (value: unknown): Record<string, unknown> | null =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Facebook's windows say other things, too.
  }
}
