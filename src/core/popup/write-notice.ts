import { noticeStyle } from '../notice-style';

/**
 * Writes a text into the middle of the window. The app's text is in the language of the page, ours in
 * English.
 */
export function writeNotice(element: HTMLElement, own: string | undefined, ours: string): void {
  if (!own) {
    element.lang = 'en';
    element.dir = 'ltr';
  }
  element.textContent = own || ours;
  // A policy that forbids style attributes does not forbid this.
  element.style.cssText = noticeStyle;
}
