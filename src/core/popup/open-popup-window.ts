/**
 * Opens a window of its own, 600 × 900 or what the screen allows, centred on this window. Must run
 * in the click itself: WebKit blocks it as soon as anything was awaited.
 *
 * @returns `undefined` where the browser opens none, or a blocker gives something else in its place
 */
export function openPopupWindow(url: string): Window | undefined {
  try {
    // A page may have a `screen` of its own.
    const width = Math.min(600, screen.availWidth || 600);
    const height = Math.min(900, screen.availHeight || 900);
    // Never left of this window, which may be on another screen with negative coordinates.
    const left = screenX + Math.max(0, (outerWidth - width) >> 1);
    const top = screenY + Math.max(0, (outerHeight - height) >> 1);
    const size = `width=${width},height=${height},left=${left},top=${top}`;
    // `_blank`: a named window could be one that somebody else opened, and gets no mark.
    const popup = open(url, '_blank', `popup,${size}`)!;
    if (popup.top === popup && popup !== window && !popup.closed) return popup;
  } catch {
    // There is none. Firefox itself throws in a sandboxed frame without `allow-popups`.
  }
}
