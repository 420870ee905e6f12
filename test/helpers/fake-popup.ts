import { vi } from 'vitest';

/** What the opener left in the new window's copy of `sessionStorage`. */
type Mark = { id: string; mode?: string; partnerId: string; state: string } | null;

/** A window as its opener sees it: unreadable as soon as it shows a page of another site. */
export class FakePopup {
  closed = false;
  /** It is a window of its own. */
  readonly top = this;
  opener = window;
  focus = vi.fn();
  postMessage = vi.fn();
  readonly mark: Mark = JSON.parse(sessionStorage.getItem('360dialog-connect') ?? 'null');
  /** Where the hub was asked for, or `''` while the window is blank. */
  address: string;
  #isSevered = false;

  constructor(address = '') {
    this.address = address;
  }

  /** How often the opener tried to read where the window is. */
  readings = 0;
  /** The page that a blank window shows. */
  document = document.implementation.createHTMLDocument('');

  location = Object.defineProperty(
    { replace: vi.fn((address: string) => this.visit(address)) },
    'host',
    {
      get: () => {
        this.readings++;
        if (!this.address) return ''; // about:blank
        throw new DOMException('Blocked a frame from a cross-origin frame.', 'SecurityError');
      },
    },
  );

  close = vi.fn(() => {
    if (!this.#isSevered) this.closed = true;
  });

  visit(address: string): void {
    this.address = address;
  }

  /** What a page with Cross-Origin-Opener-Policy does to the handle: the window itself stays open. */
  sever(): void {
    this.#isSevered = true;
    this.closed = true;
  }

  /** The `state` that the hub was told. */
  get state(): string {
    return new URL(this.address).searchParams.get('state') ?? '';
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
