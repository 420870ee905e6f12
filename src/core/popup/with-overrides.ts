import { checkOption } from '../check-option';
import { mergeParameters } from '../merge-parameters';
import type { OnboardingOptions, OnboardingOverrides } from '../types';
import { hintOverrides } from './hint-values';

/** What `open` is called with as an `onClick`. */
export type ClickEvent = { target: unknown };

/**
 * Puts the options of one attempt over those of its button. A click event is no override, whatever it is
 * called with; nor is a callback, as those stay the button's.
 *
 * @throws OnboardingError `invalid_options`
 */
export function withOverrides(
  options: OnboardingOptions,
  overrides: OnboardingOverrides | ClickEvent = {},
): OnboardingOptions {
  checkOption(overrides === null || typeof overrides === 'object', 'overrides');
  if (!overrides || 'target' in overrides) return options;
  hintOverrides(overrides);
  const { callback } = options;
  const queryParameters = mergeParameters(options.queryParameters, overrides.queryParameters);
  return { ...options, ...overrides, callback, queryParameters };
}
