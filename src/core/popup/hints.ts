/**
 * What a developer is told in the console, once each for a page. A bundle for production has none of
 * it: there, each function here is empty.
 */
import type { AttemptRecord } from './attempt-record';
import { readRecord } from './attempt-record';

const given = new Set<string>();

function hint(text: string): void {
  if (given.has(text)) return;
  given.add(text);
  console.warn(`360dialog-connect: ${text}`);
}

/** Why a result in the address did nothing. */
export function hintUnsolicited(): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      hint(
        'this page was loaded with a result that no attempt on this origin asked for. It was ignored. Where your app runs on another origin (port, www., 127.0.0.1), see redirectOrigins; allowUnsolicited accepts Direct Links.',
      );
    }
  } catch {}
}

/** Why an address that looks like the hub's answer was left alone. */
export function hintUnread(): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      const { search } = location;
      const looksLikeResult = /client=/.test(search) && /(channels|revoked)=/.test(search);
      const parameters = new URLSearchParams(search);
      if (looksLikeResult && !parameters.has('client')) {
        hint(
          'this page’s address has a result in it, but not as parameters of its own: something on the way added a second “?”, or keeps the address in a parameter. It was left as it is.',
        );
      }
    }
  } catch {}
}

const patienceMs = 1000;

/**
 * Why an attempt that a reload cut off, or a result of a window that left for the hub, went to no
 * button, if none takes it soon.
 */
export function hintUnclaimed(record: AttemptRecord, key?: string): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      setTimeout(() => {
        if (readRecord(key)?.page !== record.page) return;
        hint(
          'an attempt that began before this page was loaded waits for its button: one with the same partnerId, name, requestedNumber and state. There is none on this page.',
        );
      }, patienceMs);
    }
  } catch {}
}
