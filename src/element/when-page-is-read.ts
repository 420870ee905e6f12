/**
 * Acts once all of the page is there, so that every button of it is known and its scripts listen; in a
 * page that is, as soon as this task has made what it makes.
 */
export function whenPageIsRead(act: () => void): void {
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', act, { once: true });
  } else queueMicrotask(act);
}
