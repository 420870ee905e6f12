import { vi } from 'vitest';

/**
 * A popup as its opener sees it, light enough for tens of thousands: no spies and next to no
 * document, which would all be remembered until the end of the test.
 */
export class LightPopup {
  closed = false;
  focused = 0;
  readonly top = this;
  /** Where the opener sent it; `''` while the opener has not asked the hub. */
  asked: string;
  /** Whether the page that was asked for is shown. Until then the window is blank. */
  isLoaded = false;
  #isSevered = false;

  /** @param mark what the new window inherited of its opener's storage */
  constructor(
    address: string,
    readonly mark: { id: string; state: string },
  ) {
    this.asked = address;
  }

  location = Object.defineProperty(
    {
      replace: (address: string) => {
        this.asked = address;
      },
    },
    'host',
    {
      get: () => {
        if (!this.asked || !this.isLoaded) return ''; // about:blank
        throw new DOMException('Blocked a frame from a cross-origin frame.', 'SecurityError');
      },
    },
  );

  document = { title: '', body: { textContent: '' } };

  focus(): void {
    this.focused++;
  }

  close(): void {
    if (!this.#isSevered) this.closed = true;
  }

  /** What a page with Cross-Origin-Opener-Policy does to the handle: the window stays open. */
  sever(): void {
    this.#isSevered = true;
    this.closed = true;
  }

  /** The `state` that comes back from the hub. */
  get state(): string {
    return (this.asked && new URL(this.asked).searchParams.get('state')) || this.mark.state;
  }
}

/** Replaces `window.open`. `isBlocked` makes it give no window. */
export function lightWindows() {
  const windows = { popups: [] as LightPopup[], isBlocked: false };
  vi.stubGlobal('open', (address = '') => {
    if (windows.isBlocked) return null;
    const mark = JSON.parse(sessionStorage.getItem('360dialog-connect') ?? 'null');
    const popup = new LightPopup(String(address), mark);
    windows.popups.push(popup);
    return popup;
  });
  return windows;
}
