import { allowedOrigins } from '../allowed-origins';
import { numberOf } from '../hub-url';
import type { StateBinding } from '../outcome';
import type { OnboardingOptions } from '../types';
import { recordMs } from './limits';
import { quietly } from './quietly';

/** Names what we store and, with the attempt's ID, the lines of its handover. */
export const handoverName = '360dialog-connect';

/**
 * What a window remembers of an attempt, in per-window storage.
 *
 * The *mark* (no ID in its key) is set before the popup opens, so that the popup inherits it: that
 * proves to the redirect page, and by its ID to the opener, that the window belongs to the attempt.
 * A mark whose `state` is `required` is that of whole-page mode: this very window left for the hub and
 * comes back, and has no opener to tell.
 *
 * The *kept* record (its key is the ID) lets a page that is reloaded resume its attempt.
 */
export type AttemptRecord = StateBinding & {
  /** Names its lines and, in storage, what is kept of it. */
  id: string;
  /** The public one: it names the attempt in support, and opens nothing. */
  runId: string;
  /** What tells the button apart that began it, `appState` being its own `state`. */
  partnerId: string;
  name?: string | undefined;
  /** Its digits; empty where none was asked for. */
  number: string;
  appState?: string | undefined;
  /** From where its popup may speak, with blanks between: old libraries make `JSON` spoil lists. */
  origins: string;
  /** When the attempt began: milliseconds since 1970. */
  time: number;
  /** The document that it runs in: when that began, whatever a clock may say by now. */
  page: number;
  /** The hub was asked. Before that, nobody can have a result. */
  asked?: boolean;
};

const loadedAt = /* @__PURE__ */ Date.now();

/** When this document began, unless the page has a `performance` of its own. */
export const documentStart = (): number => performance?.timeOrigin ?? loadedAt;

/** 128 random bits. `crypto.randomUUID` is missing on plain-http development hosts. */
const random = () => `${crypto.getRandomValues(new Uint32Array(4))}`;

/** Names an attempt, in 128 random bits that open nothing. */
export const createRunId = (): string => random().replace(/,/g, '-');

type Options = Omit<OnboardingOptions, 'callback'>;

/**
 * @param options those of the attempt
 * @param ofButton those of its button, by which it finds its attempt again
 * @throws OnboardingError `invalid_options`
 */
export function createRecord(options: Options, ofButton: Options, runId: string): AttemptRecord {
  const state = options.queryParameters?.state;
  return {
    id: `${handoverName}:${random()}`,
    runId,
    partnerId: ofButton.partnerId,
    name: ofButton.name,
    number: numberOf(ofButton),
    appState: ofButton.queryParameters?.state,
    origins: allowedOrigins(options, location).join(' '),
    time: Date.now(),
    page: documentStart(),
    state: `${state || random()}`,
    own: !state,
  };
}

/** Reads what is stored under a key; the mark where none is given. */
export function readRecord(key = handoverName): AttemptRecord | undefined {
  try {
    const record = JSON.parse(sessionStorage.getItem(key)!);
    if (Date.now() - record?.time < recordMs) return record;
  } catch {
    // Somebody else's, or blocked cookies: then `event.source` still binds the result to the popup.
  }
}

/** What is stored of it. An old library's `Object.prototype.toJSON` has no say in it. */
export const recordText = (record: AttemptRecord): string =>
  JSON.stringify({ ...record, toJSON: undefined });

/** Stores a record under a key, that of the mark where none is given, or removes what is there. */
export function writeRecord(record?: AttemptRecord | false, key = handoverName): void {
  // Blocked cookies, as above.
  quietly(() => {
    if (record) sessionStorage.setItem(key, recordText(record));
    else sessionStorage.removeItem(key);
  });
}

/** Removes the mark of this window, whichever attempt's it is. */
export const removeMark = () => quietly(() => sessionStorage.removeItem(handoverName));

/** Removes the mark of this attempt; another one's stays. */
export function removeMarkOf({ id }: AttemptRecord): void {
  if (readRecord()?.id === id) removeMark();
}

/** Says that this very window goes to the hub, so that on its return only `state` binds the result. */
export const markWholePage = (record: AttemptRecord) => writeRecord({ ...record, required: true });

/** What is kept of the attempts that an earlier document of this window began. */
export const keptRecords = (): AttemptRecord[] =>
  keptKeys().flatMap((key) => {
    const record = readRecord(key);
    // What began in this document is still running here.
    return record?.id === key && record.page !== documentStart() ? record : [];
  });

let keys: string[] | undefined;

/** The storage may be full of the app's own: one look at its names serves all buttons of a commit. */
function keptKeys(): string[] {
  if (keys) return keys;
  queueMicrotask(() => {
    keys = undefined;
  });
  try {
    keys = Object.keys(sessionStorage).filter((key) => key.startsWith(`${handoverName}:`));
  } catch {
    keys = []; // Blocked cookies: nothing was kept.
  }
  return keys;
}
