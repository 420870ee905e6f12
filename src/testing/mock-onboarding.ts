import type { OnboardingErrorCode } from '../core/errors';
import type { CallbackObject } from '../core/types';
import { FakeWindow } from './fake-window';
import { MockPopup } from './mock-popup';
import { replaceMethod } from './replace-method';

/** The hub and the client, played by your test. */
export type OnboardingMock = {
  /**
   * The client is done: `callback` gets this. While `prepare` or `fetchIoSignature` still run, it waits
   * for them. A `state` in it comes back in place of the one that was sent.
   *
   * @throws TypeError the library would not read such a result
   * @throws Error nothing was opened yet
   */
  complete(result: CallbackObject): void;
  /**
   * The client closes the popup: `onCancel` is called at once, though a browser takes two seconds.
   *
   * @throws Error nothing was opened yet
   */
  cancel(): void;
  /**
   * Makes it fail. `popup_blocked` and `signature_failed` are for the *next* click; all others end the
   * attempt that runs.
   *
   * @throws TypeError there is no such code
   * @throws Error no attempt runs
   */
  fail(code: OnboardingErrorCode): void;
  /** The hub's address that was asked for last; `null` before the first time. */
  readonly lastUrl: string | null;
  /**
   * Ends what still runs and gives `window.open` back. Call it after each test; the next
   * `mockOnboarding()` does it for one that was forgotten.
   */
  restore(): void;
};

/** Whom each code is for: the next click, or the attempt that runs. */
const failing: Record<OnboardingErrorCode, 'next' | 'running'> = {
  invalid_options: 'running',
  popup_blocked: 'next',
  preparation_failed: 'running',
  signature_failed: 'next',
  state_mismatch: 'running',
  invalid_redirect: 'running',
  timeout: 'running',
};

/** One at a time, as there is one `window.open`. */
let current: OnboardingMock | undefined;

/**
 * Plays hub and client in a component test, in jsdom or happy-dom, with any test runner. It replaces
 * `window.open` and nothing else: the library runs as in production, with React or without, and gets
 * its result by a real `message` event. No window opens and nothing is loaded. For
 * `display: 'popup'` only, as these environments cannot leave their page.
 *
 * @example
 * const onboarding = mockOnboarding();
 * render(<Settings />);
 * fireEvent.click(screen.getByRole('button', { name: 'Connect WhatsApp' }));
 * act(() => onboarding.complete({ client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] }));
 * expect(screen.getByText('Connected')).toBeTruthy();
 * onboarding.restore();
 */
export function mockOnboarding(): OnboardingMock {
  current?.restore();
  const popups: MockPopup[] = [];
  let armed: OnboardingErrorCode | undefined;

  const openPopup: typeof window.open = (address, _target, features) => {
    // A window of the app's own, such as a help page.
    const isHub = features?.startsWith('popup,');
    if (!isHub) return new FakeWindow(`${address ?? ''}`) as unknown as Window;
    const failsWith = armed;
    armed = undefined;
    if (failsWith === 'popup_blocked') return null;
    const popup = new MockPopup(`${address ?? ''}`, failsWith);
    popups.push(popup);
    return popup as unknown as Window;
  };
  const putBack = replaceMethod(window, 'open', openPopup);
  const lastPopup = () => {
    const popup = popups.at(-1);
    if (popup) return popup;
    throw new Error('mockOnboarding: nothing was opened yet. Click the button first.');
  };
  const mock: OnboardingMock = {
    complete: (result) => lastPopup().complete(result),
    cancel: () => lastPopup().cancel(),
    fail(code) {
      if (!Object.hasOwn(failing, code)) {
        throw new TypeError('code: there is no such OnboardingErrorCode.');
      }
      if (failing[code] === 'next') armed = code;
      else lastPopup().fail(code);
    },
    get lastUrl() {
      return popups.findLast(({ address }) => address)?.address ?? null;
    },
    restore() {
      if (current !== mock) return;
      current = undefined;
      for (const popup of popups.splice(0)) popup.forget();
      armed = undefined;
      putBack();
    },
  };
  current = mock;
  return mock;
}
