import type { OnboardingError } from '../errors';
import type { OnboardingUrlOptions } from '../types';
import { textOfCode } from './code-texts';

/**
 * Puts the long text into an error, in a development build. In one for production this function is
 * empty, and what it needs is not there.
 *
 * @param options what the attempt was begun with
 */
export function explainError(error: OnboardingError, options: OnboardingUrlOptions): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      const short = error.message;
      error.message = textOfCode(error, options);
      // Consoles print the stack, which begins with the text as it was.
      error.stack = `${error.stack}`.replace(short, () => error.message);
    }
  } catch {}
}
