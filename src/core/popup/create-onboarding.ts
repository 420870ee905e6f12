import { readRedirect } from '../onboarding-redirect';
import type { OnboardingOptions } from '../types';
import { readRecord } from './attempt-record';
import { type Arrive, createStore, type Onboarding } from './create-store';
import { forwardToOpener } from './forward-to-opener';
import { takeResult } from './take-result';

export type { Onboarding };

/**
 * Creates the store that the hook and the element share. Touches no window yet, so it can be made
 * on a server.
 *
 * @example
 * const onboarding = createOnboarding({ partnerId: 'aAbBcCPA', callback: save });
 * onboarding.arrive();
 * button.onclick = onboarding.open;
 */
export const createOnboarding = (options: OnboardingOptions): Onboarding =>
  createStore(options, arrive);

/** Brings a result home, to this page or to the opener, and goes on with what a reload cut off. */
const arrive: Arrive = (options, show, resume) => {
  forwardToOpener((mark) => {
    // Another button may have taken it meanwhile.
    const outcome = readRedirect(location.search, mark);
    if (!outcome) return;
    if (mark ? mark.partnerId === options.partnerId : outcome.result && options.allowUnsolicited) {
      takeResult();
      show(outcome);
    } else {
      try {
        // Bundlers put the name in, though a browser has no `process`.
        if (process.env.NODE_ENV !== 'production' && !(isHinted || mark || outcome.error)) {
          isHinted = true;
          console.warn(hint);
        }
      } catch {
        // A script that nobody bundled.
      }
    }
  });

  try {
    for (const key of Object.keys(sessionStorage)) {
      const kept = readRecord(key);
      // What began in this document is still running here.
      const isOlder = kept?.id === key && kept.page !== performance.timeOrigin;
      if (isOlder && kept.partnerId === options.partnerId) {
        resume({ ...kept, page: performance.timeOrigin });
      }
    }
  } catch {
    // Blocked cookies: nothing was kept.
  }
};

/** One hint for the page, whatever the number of its buttons. */
let isHinted = false;

const hint =
  '360dialog-connect: this page was loaded with a result that no attempt on this origin asked for. It was ignored. Where your app runs on another origin (port, www., 127.0.0.1), see redirectOrigins; allowUnsolicited accepts Direct Links.';
