import { dressPage } from './dress-page';
import { writeNotice } from './write-notice';

/** A ring above the text, which turns where the visitor does not mind motion. */
const ring =
  'body:before{content:"";display:table;margin:1em auto;padding:1em;border:dotted;border-radius:2em;animation:t 2s infinite}@media not (prefers-reduced-motion){@keyframes t{to{rotate:1turn}}}';

/**
 * Shows that something is under way, in an `about:blank` page under the app's own policies: a strict
 * CSP allows text and a style sheet of no element, but no markup. It is light or dark as the app
 * declares itself, else as the visitor has it.
 */
export function showHoldingPage(popup: Window, text: string | undefined): void {
  const page = popup.document;
  const { documentElement: root } = document;
  const { colorScheme } = getComputedStyle(root);
  writeNotice(page.body, text, 'Please wait.');
  page.title = page.body.textContent;
  page.documentElement.lang = root.lang;
  page.documentElement.dir = root.dir;
  page.documentElement.style.colorScheme = colorScheme?.replace('normal', 'light dark');
  dressPage(popup as typeof window, ring);
}
