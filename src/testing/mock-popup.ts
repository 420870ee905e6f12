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
    // In a task of its own, the attempt is still on its way to where it fails.
    if (armed) queueMicrotask(() => this.fail(armed));
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
    if (code === 'state_mismatch') {
      this.whenAtHub(() => this.say(`?client=oaY9LLfUCL&channels=[]&state=not-${this.state}`));
    } else if (code === 'invalid_redirect') {
      this.whenAtHub(() =>
        this.say(`?client=&channels=[]&state=${encodeURIComponent(this.state)}`),
      );
    } else {
      const cause = causedCodes.includes(code) ? new Error('mockOnboarding().fail()') : undefined;
      this.#running.end(failure(code, messageOf(code), cause));
    }
  }

  /** Ends what still runs, without a word. */
  forget(): void {
    this.#attempt?.end();
  }

  get #running(): Attempt {
    if (this.#attempt) return this.#attempt;
    throw new Error(
      'mockOnboarding: this build of the library is for production, where a test can cause no such failure. Run the test with another NODE_ENV.',
    );
  }
}

const messageOf = (code: OnboardingErrorCode) =>
  code === 'invalid_options' ? 'invalid options' : undefined;
