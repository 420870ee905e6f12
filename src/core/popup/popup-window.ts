/**
 * Opens a window of its own, 600 × 900 or what the screen allows, centred on this window. Must run
 * in the click itself: WebKit blocks it as soon as anything was awaited.
 *
 * @returns `null` where the browser opens none
 */
export function openPopupWindow(url: string): Window | null {
  // jsdom has a screen of 0 × 0.
  const width = Math.min(600, screen.availWidth || 600);
  const height = Math.min(900, screen.availHeight || 900);
  // Never left of this window, which may be on another screen with negative coordinates.
  const left = Math.round(screenX + Math.max(0, (outerWidth - width) / 2));
  const top = Math.round(screenY + Math.max(0, (outerHeight - height) / 2));
  const features = `popup,width=${width},height=${height},left=${left},top=${top}`;
  try {
    // `_blank`: a named window could be one that somebody else opened, and gets no mark.
    const popup = window.open(url, '_blank', features);
    return popup && !popup.closed ? popup : null;
  } catch {
    return null; // Firefox throws in a sandboxed frame without `allow-popups`.
  }
}

/**
 * Fills the popup while the signature is fetched. It is an `about:blank` page under the app's own
 * policies, so it is built by DOM calls only: a strict CSP allows no markup and no style attribute,
 * but it allows `element.style`.
 */
export function showHoldingPage(popup: Window, text = 'One moment, please …'): void {
  try {
    const { document: page } = popup;
    page.title = text;
    page.documentElement.lang = document.documentElement.lang;
    page.dir = document.dir;
    page.body.style.cssText = 'margin:40vh 2rem;font:1.25rem system-ui;text-align:center';
    page.body.textContent = text;
  } catch {
    // A sandboxed frame may not touch its own popup; the hub comes all the same.
  }
}
