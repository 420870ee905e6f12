import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import { createEmbeddedSignup, type EmbeddedSignup } from 'react-360dialog-connect/embedded-signup';
import { afterEach, beforeEach, vi } from 'vitest';
import { FakePopup } from './fake-popup';

type Callback = (response: unknown) => void;

/** Meta's SDK as it behaves towards a page: it opens its window inside of `login`. */
export class FakeFacebook {
  callbacks: Callback[] = [];
  init = vi.fn<(parameters: { appId: string }) => void>();
  login = vi.fn((callback: Callback, _parameters: Record<string, unknown>) => {
    this.callbacks.push(callback);
    window.open('https://www.facebook.com/dialog/oauth');
  });

  /** What the callback of the newest login gets. */
  answer(response: unknown): void {
    this.callbacks.at(-1)!(response);
  }

  /** The same, with a code. */
  giveCode(code = 'code-1'): void {
    this.answer({ status: 'connected', authResponse: { code } });
  }
}

type FacebookPage = { FB?: unknown; fbAsyncInit?: unknown };
export const facebookPage = () => window as unknown as FacebookPage;

/** Gives each test of a file a page with the SDK on it, fake windows, and a clock of its own. */
export function fakeFacebookPage() {
  const page = { facebook: new FakeFacebook(), popups: [] as FakePopup[] };
  beforeEach(() => {
    vi.useFakeTimers();
    page.facebook = new FakeFacebook();
    page.popups = [];
    facebookPage().FB = page.facebook;
    // Not a spy, which jsdom's window would not let anybody replace.
    const open = vi.fn((address: string) => {
      const popup = new FakePopup(address);
      page.popups.push(popup);
      return popup as unknown as Window;
    });
    vi.stubGlobal('open', open);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  });
  afterEach(() => {
    for (const signup of made) signup.reset();
    made.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    for (const script of Array.from(document.scripts)) script.remove();
    delete facebookPage().FB;
    delete facebookPage().fbAsyncInit;
  });
  return page;
}

const made = new Set<EmbeddedSignup>();

/** The least that is required. */
export const signupIds = { appId: '1234567890', configId: '9876543210' };

/** A store whose callbacks are watched, and whose SDK is ready. */
export async function watchedSignup(options: Partial<EmbeddedSignupOptions> = {}) {
  const callbacks = {
    callback: vi.fn<EmbeddedSignupOptions['callback']>(),
    onCancel: vi.fn<NonNullable<EmbeddedSignupOptions['onCancel']>>(),
    onError: vi.fn<NonNullable<EmbeddedSignupOptions['onError']>>(),
    onStatusChange: vi.fn<NonNullable<EmbeddedSignupOptions['onStatusChange']>>(),
  };
  const signup = createEmbeddedSignup({ ...signupIds, ...callbacks, ...options });
  made.add(signup);
  signup.preload();
  await vi.advanceTimersByTimeAsync(0);
  return {
    signup,
    ...callbacks,
    get status() {
      return signup.getSnapshot().status;
    },
    get statuses() {
      return callbacks.onStatusChange.mock.calls.map(([status]) => status);
    },
    /** What was told, in short. */
    get told() {
      const { callback, onCancel, onError } = callbacks;
      return [
        ...callback.mock.calls.map(() => 'result'),
        ...onCancel.mock.calls.map(() => 'cancel'),
        ...onError.mock.calls.map(([{ code }]) => code),
      ];
    },
  };
}

const metaOrigin = 'https://www.facebook.com';

/** What Meta's window says, as the page hears it. */
export function say(
  event: string,
  data: unknown = {},
  { origin = metaOrigin, ...more }: Record<string, unknown> & { origin?: string } = {},
): void {
  const text = JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event, version: 3, data, ...more });
  window.dispatchEvent(new MessageEvent('message', { data: text, origin }));
}

/** A usual success. */
export const finishData = {
  phone_number_id: '106540352242922123',
  waba_id: '524126980791429123',
  business_id: '2729063490586005123',
};

/** Meta's window shows its page long enough for its handle to prove good. */
export const showWindow = () => vi.advanceTimersByTimeAsync(1000);

/** Until a window that was closed is seen as such. */
export const closedSeenMs = 1750;

/** Lets so much time pass. */
export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
