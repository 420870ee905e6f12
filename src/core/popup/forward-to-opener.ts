import { type AttemptRecord, readRecord } from './attempt-record';
import { answerMs } from './limits';
import { openLines } from './open-lines';
import { takeResult } from './take-result';

/**
 * The redirect page's half of the handover: brings the hub's result to the window that opened this
 * one. A page without a result is left untouched.
 *
 * @param onUnclaimed runs in place of the text where the result may be for this very page: it has the
 * mark of whole-page mode, which this gets, or none, and nobody answered
 * @param onSilence runs when nobody answered
 * @param targets origins that may know the result; `/` is this page's own
 */
export function forwardToOpener(
  onUnclaimed?: (mark?: AttemptRecord) => void,
  onSilence: () => void = sayFinished,
  targets = ['/'],
): void {
  const { search } = location;
  // Anything less than a result is somebody else's.
  if (!/[?&]client=/.test(search) || !/[?&](channels|revoked)=/.test(search)) return;
  const mark = readRecord();
  if (mark ? mark.required : !window.opener && !targets[1]) {
    onUnclaimed?.(mark);
    return;
  }
  if (mark) {
    // First of all, so that no other script of the page sees the result in the address.
    takeResult();
    // Until it closes, it need not paint; nor should the app flash up in a window so small.
    document.documentElement.hidden = true;
    const say = openLines(mark.id, (text) => {
      if (text === 'ask') say(search);
      if (text === 'ack') close();
    });
    say(search);
  }

  for (const target of targets) window.opener?.postMessage(search, target);

  setTimeout((!mark && onUnclaimed) || onSilence, answerMs);
}

/** Tells the visitor, first in the body, that nothing more happens here. */
export function sayFinished(text?: string): void {
  document.documentElement.hidden = false;
  const status = document.createElement('p');
  status.role = 'status';
  status.textContent = text || 'Finished. You can close this window.';
  (document.body || document.documentElement).prepend(status);
}
