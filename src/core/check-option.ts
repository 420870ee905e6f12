import { OnboardingError } from './errors';

/**
 * @param value what was read of the option; nothing, if it is wrong
 * @param option its name, as the error's text has it
 * @throws OnboardingError `invalid_options`
 */
export function checkOption<Value>(
  value: Value | false | undefined,
  option: string,
  cause?: unknown,
): Value {
  if (value) return value;
  throw new OnboardingError('invalid_options', `invalid ${option}`, cause);
}
