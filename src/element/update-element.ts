import type { OnboardingOptions } from '../core/types';
import type { ConnectButtonElement } from './connect-button-element';
import { elementAttributes } from './element-attributes';

/** What `updateConfig` takes. */
export type ConnectButtonConfig = Partial<
  Pick<
    OnboardingOptions,
    'partnerId' | 'requestedNumber' | 'env' | 'version' | 'onboardingUrl' | 'queryParameters'
  >
> & {
  /** Has no effect, as in `360dialog-connect-button`. @deprecated leave it out */
  useNewRedirect?: boolean | undefined;
};

/** Writes options where they stand: as an attribute, or else as the property `queryParameters`. */
export function updateElement(element: ConnectButtonElement, config: ConnectButtonConfig): void {
  for (const row of elementAttributes) {
    const value = 'option' in row && Reflect.get(config, row.option);
    if (value) element.setAttribute(row.attribute, `${value}`);
  }
  const kept = { ...element.queryParameters };
  for (const [name, value] of Object.entries(config.queryParameters ?? {})) {
    const row = elementAttributes.find((each) => 'parameter' in each && each.parameter === name);
    // A property beats an attribute, so what is there stays there.
    if (!row || name in kept) kept[name] = value;
    else if (value) element.setAttribute(row.attribute, `${value}`);
  }
  element.queryParameters = kept;
}
