import { mergeParameters } from '../core/merge-parameters';
import { hintUntaken } from '../core/popup/hints';
import type { OnboardingOptions } from '../core/types';
import { readAttributes } from './element-attributes';
import { tellDocument, tellElement } from './element-events';
import { givenOptions } from './given-options';

/** The options that are properties, because an attribute could not carry them. */
export const carriedOptions = [
  'callback',
  'fetchIoSignature',
  'prepare',
  'popup',
  'queryParameters',
] as const;

/** What the properties say. */
export type CarriedOptions = Partial<Pick<OnboardingOptions, (typeof carriedOptions)[number]>>;

/** Everything an element was told, as its store takes it; its callbacks are the element's events. */
export function elementOptions(element: Element, carried: CarriedOptions): OnboardingOptions {
  const attributes = readAttributes(element);
  return {
    ...attributes,
    ...givenOptions(carried),
    queryParameters: mergeParameters(attributes.queryParameters, carried.queryParameters),
    callback(result) {
      tellElement(element, 'connect-callback', result);
      tellDocument(result);
      carried.callback?.(result);
    },
    onCancel() {
      tellElement(element, 'connect-cancel', null);
    },
    onError(error) {
      if (tellElement(element, 'connect-error', error)) hintUntaken(error, {});
    },
    onStatusChange(status) {
      tellElement(element, 'connect-status-change', status);
    },
  };
}
