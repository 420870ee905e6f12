import type { StateBinding } from '../outcome';
import type { OnboardingUrlOptions } from '../types';
import { recordMs } from './limits';

/** Names what we store and, with the attempt's ID, the lines of its handover. */
export const handoverName = '360dialog-connect';

/**
 * What a window remembers of an attempt, in per-window storage. The *mark* (no ID in its key) is
 * set before the popup opens, so that the popup inherits it: that proves to the redirect page, and
 * by its ID to the opener, that the window belongs to the attempt. One whose `state` is `required` is
 * that of whole-page mode: this very window left for the hub and comes back, and has no opener to tell.
 */
export type AttemptRecord = StateBinding & {
  /** Names its lines and, in storage, what is kept of it. */
  id: string;
  partnerId: string;
  /** When the attempt began: milliseconds since 1970. */
  time: number;
  /** The document that it runs in: when that began, whatever a clock may say by now. */
  page: number;
};

/** 128 random bits. `crypto.randomUUID` is missing on plain-http development hosts. */
const random = () => `${crypto.getRandomValues(new Uint32Array(4))}`;

export function createRecord(options: OnboardingUrlOptions): AttemptRecord {
  const state = options.queryParameters?.state;
  return {
    id: `${handoverName}:${random()}`,
    partnerId: options.partnerId,
    time: Date.now(),
    page: performance.timeOrigin,
    state: `${state || random()}`,
    own: !state,
  };
}

/** Writes a record, or removes it. `key` is that of the mark where none is given. */
export function writeRecord(record?: AttemptRecord | false, key = handoverName): void {
  try {
    if (record) sessionStorage.setItem(key, JSON.stringify(record));
    else sessionStorage.removeItem(key);
  } catch {
    // Blocked cookies: `event.source` still binds the result to the popup.
  }
}

export function readRecord(key = handoverName): AttemptRecord | undefined {
  try {
    const record = JSON.parse(sessionStorage.getItem(key)!);
    if (Date.now() - record?.time < recordMs) return record;
  } catch {}
}
