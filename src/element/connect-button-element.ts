import { createOnboarding, type Onboarding } from '../core/popup/create-onboarding';
import type { OnboardingOptions, OnboardingStatus } from '../core/types';
import { addStyles } from './button-styles';
import { type ButtonLabel, type ButtonView, createButtonView } from './button-view';
import { elementAttributes } from './element-attributes';
import type { TypedListening } from './element-events';
import { type CarriedOptions, carriedOptions, elementOptions } from './element-options';
import { permissionUrl } from './permission-url';
import { takeOverProperties } from './take-over-properties';
import { type ConnectButtonConfig, updateElement } from './update-element';
import { whenPageIsRead } from './when-page-is-read';

/** A server has no elements, and makes none. */
const Base = (globalThis.HTMLElement ?? class {}) as unknown as new () => TypedListening &
  HTMLElement;

/**
 * `<dialog-connect-button>`: the connect button for any page, with the attributes, events, methods and
 * CSS variables of the element in `360dialog-connect-button` 1.0.2. `defineConnectButton` makes it known
 * to the page.
 *
 * An attempt outlives the element, and moving the element changes nothing.
 *
 * @example
 * defineConnectButton();
 * const button = document.querySelector('dialog-connect-button')!;
 * button.addEventListener('connect-callback', ({ detail }) => save(detail));
 */
export class ConnectButtonElement extends Base {
  /** The attributes that the element follows. */
  static get observedAttributes(): string[] {
    return [...elementAttributes.map(({ attribute }) => attribute), 'label', 'disabled'];
  }

  /** Takes the result, after the event `connect-callback`. */
  declare callback: OnboardingOptions['callback'] | undefined;
  /** Asks your server for an IO Signature; beats the attribute `io-signature-url`. */
  declare fetchIoSignature: OnboardingOptions['fetchIoSignature'];
  /** What has to happen between the click and the hub. */
  declare prepare: OnboardingOptions['prepare'];
  /** The popup's size in CSS pixels. @default { width: 600, height: 900 } */
  declare popup: OnboardingOptions['popup'];
  /** Parameters of the hub's address, put over those of the attributes one by one. */
  declare queryParameters: OnboardingOptions['queryParameters'];

  static {
    for (const name of carriedOptions) {
      Object.defineProperty(ConnectButtonElement.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: ConnectButtonElement) {
          return this.#carried[name];
        },
        set(this: ConnectButtonElement, value: never) {
          this.#carried[name] = value;
          this.#update();
        },
      });
    }
  }

  readonly #carried: CarriedOptions = {};
  readonly #onboarding: Onboarding;
  readonly #view: ButtonView;
  /** The partner whose results were looked for in this page; `undefined` before the first look. */
  #resumedFor: string | null | undefined;

  constructor() {
    super();
    this.#view = createButtonView(this, () => this.openConnect());
    this.#onboarding = createOnboarding(this.#options());
    this.#onboarding.subscribe(() => this.#view.setStatus(this.status));
  }

  connectedCallback(): void {
    takeOverProperties(this, [...carriedOptions, 'label', 'disabled']);
    this.#view.setStatus(this.status);
    this.#update();
  }

  adoptedCallback(): void {
    addStyles(this.shadowRoot!);
  }

  attributeChangedCallback(name: string, _before: string | null, text: string | null): void {
    if (name === 'label') this.#view.setLabel(text ?? '');
    else if (name === 'disabled') this.#view.button.disabled = this.disabled;
    else this.#update();
  }

  /** Where the attempt is; also as the attribute `data-status` and, in newer browsers, `:state(open)`. */
  get status(): OnboardingStatus {
    return this.#onboarding.getSnapshot().status;
  }

  /**
   * What stands on the button: text, which is never read as HTML, or nodes. Empty: what the element
   * contains.
   *
   * @default 'Connect 360dialog', unless the element contains something
   */
  get label(): ButtonLabel {
    return this.#view.getLabel();
  }

  set label(label: ButtonLabel | null | undefined) {
    if (label instanceof Node) this.#view.setLabel(label);
    else this.setAttribute('label', `${label ?? ''}`);
  }

  /** Whether it can be clicked, as of any button. @default false */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(isDisabled: boolean) {
    this.toggleAttribute('disabled', Boolean(isDisabled));
  }

  /** Does what a client's click does. */
  override click(): void {
    this.#view.button.click();
  }

  /** Starts an attempt; must run in a click. While one is running: brings its popup to the front. */
  openConnect(): void {
    if (!this.disabled) this.#onboarding.open();
  }

  /** Cancels the running attempt and closes its popup. */
  close(): void {
    this.#onboarding.close();
  }

  /** Back to `idle`, without `connect-cancel`. */
  reset(): void {
    this.#onboarding.reset();
  }

  /** Changes options where they stand: as an attribute where there is one. */
  updateConfig(config: ConnectButtonConfig): void {
    updateElement(this, config);
  }

  /**
   * The hub's address, without a `state` of the library and without a signature that is fetched; `''`
   * while there is no partner ID.
   *
   * @throws OnboardingError `invalid_options`
   */
  getPermissionUrl(): string {
    return permissionUrl(this.#options());
  }

  #options(): OnboardingOptions {
    return elementOptions(this, this.#carried);
  }

  #update(): void {
    this.#onboarding.update(this.#options());
    if (!this.isConnected) return;
    whenPageIsRead(() => {
      // Again for an ID that comes later, which may be the one that a result waits for.
      const partnerId = this.getAttribute('partner-id');
      if (partnerId === this.#resumedFor) return;
      this.#resumedFor = partnerId;
      this.#onboarding.resume();
    });
  }
}
