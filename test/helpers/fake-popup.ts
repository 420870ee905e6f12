import { vi } from 'vitest';
import { FakeWindow } from '../../src/testing/fake-window';

/** What the opener left in the new window's copy of `sessionStorage`. */
type Mark = { id: string; mode?: string; partnerId: string; state: string } | null;

/** A window whose calls are watched, and which a policy can cut off. */
export class FakePopup extends FakeWindow {
  opener = window;
  override focus = vi.fn();
  postMessage = vi.fn();
  readonly mark: Mark = JSON.parse(sessionStorage.getItem('360dialog-connect') ?? 'null');
  /** How often the opener tried to read where the window is. */
  readings = 0;
  #isSevered = false;

  constructor(address = '') {
    super(address);
    vi.spyOn(this.location, 'replace');
  }

  override close = vi.fn(() => {
    if (!this.#isSevered) this.closed = true;
  });

  override readHost(): string {
    this.readings++;
    return super.readHost();
  }

  /** What a page with Cross-Origin-Opener-Policy does to the handle: the window itself stays open. */
  sever(): void {
    this.#isSevered = true;
    this.closed = true;
  }

  /** The query that the hub sends to the redirect page. */
  redirect(query = 'client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]'): string {
    return `?${query}&state=${encodeURIComponent(this.state)}`;
  }
}

/** Replaces `window.open`; every call makes a window. */
export function fakeWindowOpen() {
  const popups: FakePopup[] = [];
  const open = vi.spyOn(window, 'open').mockImplementation((address) => {
    const popup = new FakePopup(String(address ?? ''));
    popups.push(popup);
    return popup as unknown as Window;
  });
  return {
    open,
    popups,
    /** The window opened last. */
    get popup(): FakePopup {
      const popup = popups.at(-1);
      if (!popup) throw new Error('window.open was not called');
      return popup;
    },
  };
}
