import type { OnboardingOptions } from '../types';

/**
 * Opens a window of its own, 600 × 900 CSS pixels where the app wants nothing else, or what the screen
 * allows, centred on this window. Must run in the click itself: WebKit blocks it as soon as anything was
 * awaited.
 *
 * @returns `undefined` where the browser opens none, or a blocker gives something else in its place
 */
export function openPopupWindow(
  url: string,
  wanted: OnboardingOptions['popup'],
): Window | undefined {
  try {
    const wantedWidth = wanted?.width ?? 600;
    const wantedHeight = wanted?.height ?? 900;
    // A page may have a `screen` of its own.
    const width = Math.min(wantedWidth, screen.availWidth || wantedWidth);
    const height = Math.min(wantedHeight, screen.availHeight || wantedHeight);
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
