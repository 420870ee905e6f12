import { createOnboarding, type Onboarding } from '../core/popup/create-onboarding';
import type { OnboardingOptions } from '../core/types';
import { tellDocument } from './element-events';
import { givenOptions } from './given-options';
import { permissionUrl } from './permission-url';
import { whenPageIsRead } from './when-page-is-read';

/** Options of `Dialog360.Connect`; without `callback`, the page's event `dialog-connect-callback` has the result. */
type Dialog360Options = Omit<OnboardingOptions, 'callback'> &
  Partial<Pick<OnboardingOptions, 'callback'>>;

/**
 * `Dialog360.Connect` of the script file, for a button of the page's own.
 *
 * @example
 * const connect = new Dialog360.Connect({ partnerId: 'aAbBcCPA' });
 * document.querySelector('button').onclick = () => connect.openConnect();
 * document.addEventListener('dialog-connect-callback', ({ detail }) => save(detail));
 */
export class Dialog360Connect {
  #options: Dialog360Options;
  readonly #onboarding: Onboarding;

  constructor(options: Dialog360Options) {
    this.#options = { ...options };
    this.#onboarding = createOnboarding(this.#withCallback());
    whenPageIsRead(this.#onboarding.resume);
  }

  /** Starts an attempt; must run in a click. While one is running: brings its popup to the front. */
  openConnect(): void {
    this.#onboarding.open();
  }

  /** Puts these over the options so far; one that is `undefined` stays what it is. */
  updateOptions(options: Partial<Dialog360Options>): void {
    Object.assign(this.#options, givenOptions(options));
    this.#onboarding.update(this.#withCallback());
  }

  /**
   * The hub's address, without a `state` of the library; `''` while there is no partner ID.
   *
   * @throws OnboardingError `invalid_options`
   */
  getPermissionUrl(): string {
    return permissionUrl(this.#options);
  }

  #withCallback(): OnboardingOptions {
    const { callback } = this.#options;
    return {
      ...this.#options,
      callback(result) {
        tellDocument(result);
        callback?.(result);
      },
    };
  }
}
