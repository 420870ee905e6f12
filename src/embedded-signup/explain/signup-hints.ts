/** What a developer is told in the console. A bundle for production has none of it. */
import type { EmbeddedSignupError } from '../errors';
import { asksForCoexistence } from '../login-parameters';
import type { EmbeddedSignupOptions } from '../types';

/** An error that no `onError` takes must not pass in silence. */
export function hintUntakenError<Exchanged>(error: EmbeddedSignupError<Exchanged>): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      // biome-ignore lint/suspicious/noConsole: nobody else tells the developer
      console.error('360dialog-connect:', error);
    }
  } catch {}
}

let wasHinted = false;

/** Samples on the web mix these two, and Meta's page says that the one cannot do the other. */
export function hintMixedFeatures<Exchanged>(options: EmbeddedSignupOptions<Exchanged>): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') {
      const features = JSON.stringify(options.extras?.features ?? '');
      const isAppOnly = features.includes('app_only_install');
      if (!asksForCoexistence(options) || !isAppOnly || wasHinted) return;
      wasHinted = true;
      console.warn(
        '360dialog-connect: extras.features has app_only_install together with coexistence. Meta says that an app-only install cannot onboard users of the WhatsApp Business app; leave it out.',
      );
    }
  } catch {}
}
