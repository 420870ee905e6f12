import type { StateBinding } from '../bound-result';
import { handoverName } from './handover-message';
import { listen } from './listen';

/**
 * What a window remembers of an attempt, in per-window storage. The *mark* (no ID in its key) is
 * set before the popup opens, so that the popup inherits it: that proves to the redirect page, and
 * by its ID to the opener, that the window belongs to the attempt.
 */
export type AttemptRecord = StateBinding & {
  v: 1;
  id: string;
  /** `popup`: bring the result to the opener. `redirect`: this very window left and comes back. */
  mode: 'popup' | 'redirect';
  partnerId: string;
  /** When the attempt began: milliseconds since 1970. */
  time: number;
};

const maxAgeMs = 86_400_000;

/** IDs whose records this very document keeps: their attempts are running here. */
const keptHere = new Set<string>();

const keyOf = (id?: string) => handoverName + (id ? `:${id}` : '');

export function saveRecord(record: AttemptRecord, id?: string): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(record));
  } catch {
    // Blocked cookies: `event.source` still binds the result to the popup.
  }
}

export function removeRecord(id?: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {}
}

export function readRecord(id?: string): AttemptRecord | undefined {
  try {
    const record = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '');
    if (Date.now() - record.time < maxAgeMs) return record;
  } catch {}
}

/**
 * Keeps a record while the page is hidden, so that a page that is reloaded or discarded then can
 * resume its attempt. A visible page keeps none: a tab that is duplicated or opened from it must
 * not get a copy.
 *
 * @returns stops that, and removes the record
 */
export function keepWhileHidden(record: AttemptRecord): () => void {
  const { id } = record;
  keptHere.add(id);
  const stop = listen('visibilitychange', () =>
    document.hidden ? saveRecord(record, id) : removeRecord(id),
  );
  return () => {
    stop();
    keptHere.delete(id);
    removeRecord(id);
  };
}

/** Takes one record that an earlier document of this window kept for a partner. */
export function takeKeptRecord(partnerId: string): AttemptRecord | undefined {
  try {
    for (const key of Object.keys(sessionStorage)) {
      const id = key.split(`${handoverName}:`)[1];
      const record = id && !keptHere.has(id) ? readRecord(id) : undefined;
      if (record?.partnerId === partnerId) {
        removeRecord(id);
        return record;
      }
    }
  } catch {}
}
