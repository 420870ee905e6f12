import { handoverName, readRecord } from './attempt-record';
import { openLines } from './handover-lines';
import { answerMs } from './limits';
import { hasResult, takeResult } from './result-address';

/**
 * The redirect page's half of the handover: brings the hub's result to the window that opened this
 * one. A page without a result, and one in whole-page mode, is left untouched.
 *
 * @param onUnclaimed for a page that may be another one than the redirect page: where it has no
 * mark, this runs in place of the text
 * @param doneText what the visitor reads when nobody answers
 * @param targets origins that may know the result; `/` is this page's own
 */
export function forwardToOpener(
  onUnclaimed?: () => void,
  doneText?: string,
  targets = ['/'],
): void {
  const mark = readRecord();
  const opener = window.opener as Window | null;
  const { search } = location;
  if (mark?.mode || !hasResult()) return;
  if (mark) {
    // First of all, so that no other script of the page sees the result in the address.
    takeResult();
    const say = openLines(mark.id, (text) => {
      if (text === 'ask') say(search);
      if (text === 'ack') close();
    });
    say(search);
  } else if (!opener && !targets[1]) {
    onUnclaimed?.();
    return;
  }

  for (const target of targets) opener?.postMessage(search, target);

  setTimeout(() => {
    if (!mark && onUnclaimed) return onUnclaimed();
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    status.textContent = doneText || 'Finished. You can close this window.';
    (document.body || document.documentElement).prepend(status);
    if (opener) console.warn(`${handoverName}: the app did not answer. See openerOrigins.`);
  }, answerMs);
}
