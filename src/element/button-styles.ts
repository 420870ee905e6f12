import { dressPage } from '../core/popup/dress-page';

/**
 * The look, by the CSS variables of the element in `360dialog-connect-button` 1.0.2. Its blue is a shade
 * darker than there, because white is hard to read on that.
 */
const css = `
:host { display: inline-block }
:host([hidden]), slot[hidden] { display: none }
button {
  background: var(--dialog-connect-bg, #0069d9);
  color: var(--dialog-connect-color, white);
  border: var(--dialog-connect-border, none);
  border-radius: var(--dialog-connect-border-radius, 4px);
  padding: var(--dialog-connect-padding, 12px 24px);
  font-size: var(--dialog-connect-font-size, 14px);
  font-family: var(--dialog-connect-font-family, system-ui, sans-serif);
  transition: var(--dialog-connect-transition, all 0.2s ease);
  cursor: pointer;
}
button:hover {
  background: var(--dialog-connect-hover-bg, var(--dialog-connect-bg, #0056b3));
  color: var(--dialog-connect-hover-color, var(--dialog-connect-color, white));
}
button:active {
  background: var(--dialog-connect-active-bg, var(--dialog-connect-hover-bg, var(--dialog-connect-bg, #004494)));
}
button:disabled {
  background: var(--dialog-connect-disabled-bg, #ccc);
  color: var(--dialog-connect-disabled-color, #666);
  cursor: not-allowed;
}`;

/**
 * Gives a shadow root its look, by a style sheet of no element, which no policy of the page stops; again
 * in each document that it is moved to.
 */
export function addStyles(root: ShadowRoot): void {
  const view = root.ownerDocument.defaultView;
  // In a template nothing is seen.
  if (!view) return;
  root.adoptedStyleSheets = [];
  if (dressPage({ CSSStyleSheet: view.CSSStyleSheet, document: root }, css)) return;
  // Safari before 16.4. A policy may stop this one; then it looks like any other button.
  if (root.querySelector('style')) return;
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}
