import { finishedText } from '../finished-text';
import { hasResult } from '../result-parameters';
import { type AttemptRecord, handoverName, readRecord } from './attempt-record';
import { dressPage } from './dress-page';
import { answerMs } from './limits';
import { openLines } from './open-lines';
import { quietly } from './quietly';
import { arrivedSearch, takeResult } from './take-result';
import { writeNotice } from './write-notice';

/** What the redirect page does besides bringing the result to its opener. */
type ForwardOptions = {
  /** Other origins than this page's own that may know the result. */
  openerOrigins?: readonly string[];
  /**
   * The result may be for this very page: it has the mark of whole-page mode, which this gets, or
   * none, and nobody answered. Then nothing is said to the visitor.
   */
  onUnclaimed?(mark?: AttemptRecord): void;
  /** Nobody answered, which the visitor has to be told. */
  onSilence(): void;
};

/**
 * The redirect page's half of the handover: brings the hub's result to the window that opened this
 * one. A page without a result is left untouched.
 */
export function forwardToOpener({
  openerOrigins = [],
  onUnclaimed,
  onSilence,
}: ForwardOptions): void {
  const search = arrivedSearch();
  if (!hasResult(new URLSearchParams(search))) return;
  const mark = readRecord();
  // Without a mark, an opener may still wait. On another origin it may have been cut off: then the
  // visitor must be told that nothing more happens here.
  const mayHaveOpener = window.opener || openerOrigins.length;
  // With the mark of whole-page mode, this very window left for the hub.
  const isForThisPage = mark ? mark.required : !mayHaveOpener;
  if (isForThisPage) {
    onUnclaimed?.(mark);
    return;
  }

  if (mark) sayOnLines(mark, search);
  // `/` is this page's own origin.
  for (const target of ['/', ...openerOrigins]) {
    // A page may have an `opener` of its own.
    quietly(() => window.opener?.postMessage(search, target));
  }

  setTimeout((!mark && onUnclaimed) || onSilence, answerMs);
}

/** Says the result to windows of this origin, and closes this one as soon as somebody took it. */
function sayOnLines({ id }: AttemptRecord, search: string): void {
  // The opener, if it has a handle of this window, looks here whether it is the one that speaks.
  Object.assign(window, { [handoverName]: search });
  const say = openLines(id, (text) => {
    if (text === 'ask') say(search);
    if (text === 'ack') close();
  });
  say(search);
  // In the same task, so that no other script of the page sees the result in the address.
  takeResult();
  // Until it closes, it need not paint; nor should the app flash up in a window so small.
  // An attribute would be one too many where React hydrates `<html>`.
  cover = dressPage(window, 'html{display:none}');
}

let cover: CSSStyleSheet | undefined;
let status: HTMLElement | undefined;

/** Tells the visitor, first in the body, that nothing more happens here. */
export function sayFinished(text?: string): void {
  cover?.replaceSync('');
  // The page may have called for it twice, as from a script and a module.
  status?.remove();
  status = document.createElement('p');
  status.setAttribute('role', 'status');
  writeNotice(status, text, finishedText);
  (document.body || document.documentElement).prepend(status);
}
