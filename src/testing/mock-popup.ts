import type { OnboardingErrorCode } from '../core/errors';
import { failure } from '../core/outcome';
import type { Attempt } from '../core/popup/attempt';
import { graceMs, pollMs } from '../core/popup/limits';
import { type AttemptTaker, attemptTaker } from '../core/popup/show-attempt';
import type { CallbackObject } from '../core/types';
import { FakeWindow } from './fake-window';
import { hubAnswer } from './hub-answer';
import { passTime } from './pass-time';

/** Errors with a cause in the app's own code. */
const causedCodes: OnboardingErrorCode[] = [
  'popup_blocked',
  'preparation_failed',
  'signature_failed',
];

/** The popup of one attempt, played by a test. */
export class MockPopup extends FakeWindow implements AttemptTaker {
  #attempt: Attempt | undefined;
  /** What the attempt fails with as soon as it has begun. */
  readonly #armed: OnboardingErrorCode | undefined;

  constructor(address: string, armed: OnboardingErrorCode | undefined) {
    super(address);
    this.#armed = armed;
  }

  [attemptTaker](attempt: Attempt): void {
    this.#attempt = attempt;
    const armed = this.#armed;
    // The attempt is still on its way to where it fails. Fake timers would stop `queueMicrotask`.
    if (armed) Promise.resolve().then(() => this.#end(armed));
  }

  complete(result: CallbackObject): void {
    // Whatever is wrong with it shows at the call.
    hubAnswer(result, 'any');
    this.whenAtHub(() => this.say(hubAnswer(result, this.state)));
  }

  /** Is closed as by a client who looked at the hub for a while, with all the looks at it that takes. */
  cancel(): void {
    const look = () => window.dispatchEvent(new Event('pageshow'));
    passTime((pass) => {
      look();
      pass(pollMs);
      look();
      this.closed = true;
      look();
      pass(graceMs);
      look();
    });
  }

  fail(code: OnboardingErrorCode): void {
    if (this.#attempt?.signal.aborted) {
      throw new Error('mockOnboarding: no attempt runs any more. Click the button again.');
    }
    const sayState = (client: string, before = '') =>
      this.whenAtHub(() => {
        const state = encodeURIComponent(before + this.state);
        this.say(`?client=${client}&channels=[]&state=${state}`);
      });
    if (code === 'state_mismatch') sayState('oaY9LLfUCL', 'not-');
    else if (code === 'invalid_redirect') sayState('');
    else this.#end(code);
  }

  /** Ends what still runs, without a word. */
  forget(): void {
    this.#attempt?.end();
  }

  #end(code: OnboardingErrorCode): void {
    if (!this.#attempt) {
      throw new Error(
        'mockOnboarding: this build of the library is for production, where a test can cause no such failure. Run the test with another NODE_ENV.',
      );
    }
    // The app may have ended it in the click itself.
    if (this.#attempt.signal.aborted) return;
    const cause = causedCodes.includes(code) ? new Error('mockOnboarding().fail()') : undefined;
    this.#attempt.end(failure(code, messageOf(code), cause));
  }
}

const messageOf = (code: OnboardingErrorCode) =>
  code === 'invalid_options' ? 'invalid options' : undefined;
