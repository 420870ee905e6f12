/**
 * Acts once all of the page is there, so that every button of it is known and its scripts listen; in a
 * page that is, as soon as this task has made what it makes.
 */
export function whenPageIsRead(act: () => void): void {
  if (document.readyState === 'complete' || hasRunScripts()) queueMicrotask(act);
  else {
    // A browser that tells no times, to give no fingerprint, may be past the first of them.
    for (const type of ['DOMContentLoaded', 'load']) {
      // After the page's own listeners, and what jQuery calls soon after them.
      addEventListener(type, () => setTimeout(act), { once: true });
    }
  }
}

/** Scripts with `defer`, and modules, run one by one in a page that is `interactive` already. */
function hasRunScripts() {
  const page = performance.getEntriesByType?.('navigation')[0];
  return (page as PerformanceNavigationTiming | undefined)?.domContentLoadedEventStart;
}
