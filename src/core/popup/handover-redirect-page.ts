import { readOnboardingRedirect } from '../onboarding-redirect';
import { trustedAddress } from '../trusted-address';
import { readRecord, removeRecord } from './attempt-record';
import { openHandoverLines } from './handover-lines';
import { type HandoverMessage, handoverName, isHandoverMessage } from './handover-message';
import { cleanAddress } from './result-address';

/** Options of the redirect page. */
export type ForwardRedirectOptions = {
  /**
   * Origins of your app, when it runs on another origin than the redirect page. The result is told
   * to these and to the page's own origin only.
   */
  openerOrigins?: string[];
  /**
   * What the visitor reads when the app does not answer.
   * @default 'Finished. You can close this window.'
   */
  doneText?: string;
};

const answerMs = 1500;

/**
 * The redirect page's half of the handover: brings the hub's result to the window that opened this
 * one. A page without a result, and one in whole-page mode, is left untouched.
 *
 * @param onUnclaimed runs when there is a result that no attempt of this browser asked for
 */
export function forwardToOpener(
  { openerOrigins = [], doneText }: ForwardRedirectOptions,
  onUnclaimed?: () => void,
): void {
  const otherOrigins = openerOrigins.map((each) => trustedAddress(each, 'openerOrigins').origin);
  const origins = [origin, ...otherOrigins];
  const { search } = location;
  const mark = readRecord();
  // A page without an origin of its own (a file, a sandboxed frame) has nobody to tell.
  if (origin === 'null' || mark?.mode === 'redirect' || !readOnboardingRedirect(search)) return;

  const opener = window.opener as Window | null;
  const id = mark?.id;
  if (id) {
    // First of all, so that no other script of the page sees the result in the address.
    removeRecord();
    cleanAddress();
  } else if (!opener && !otherOrigins.length) {
    onUnclaimed?.();
    return;
  }

  const lines = openHandoverLines(id, (data, event) => {
    const trusted = !event || origins.includes(event.origin);
    if (!trusted || !isHandoverMessage(data) || data.id !== id) return;
    // An opener that was reloaded meanwhile has no handle of this window: only the lines reach it.
    if (id && data.ask) lines.send({ search });
    if (data.ack) {
      clearTimeout(answerTimer);
      lines.close();
      close();
    }
  });
  const message: HandoverMessage = { type: handoverName, v: 1, id, search };
  for (const target of origins) opener?.postMessage(message, target);
  if (id) lines.send({ search });

  const answerTimer = setTimeout(() => {
    if (id || !onUnclaimed) {
      showDone(doneText);
      if (opener) {
        console.warn(
          '360dialog-connect: the app did not answer. List its origin in openerOrigins.',
        );
      }
    } else {
      lines.close();
      onUnclaimed();
    }
  }, answerMs);
}

function showDone(text = 'Finished. You can close this window.'): void {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.textContent = text;
  (document.body ?? document.documentElement).prepend(status);
}
