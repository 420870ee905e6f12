import { checkOptions } from './check-options';
import { EmbeddedSignupError, isEmbeddedSignupError } from './errors';
import { hintMixedFeatures } from './explain/signup-hints';
import type { FacebookSdk } from './facebook-sdk';
import { findSdk, sdkInTime } from './find-sdk';
import { makeRoom, takeRoom } from './one-run';
import type { SignupRun } from './run-parts';
import type { RunReport } from './settle-answers';
import { createRun } from './signup-run';
import type { EmbeddedSignupOptions } from './types';

/** What a click does, from the SDK to the run. */
type Clicks = {
  begin(): void;
  /** Cancels what is running. */
  cancel(): void;
  /** Ends it without a word, a late success too. */
  forget(): void;
  /** A click waits for the SDK. */
  isWaiting(): boolean;
};

/** Whose clicks they are: a store. */
type ClickOwner<Exchanged> = {
  /** The newest ones. */
  options(): EmbeddedSignupOptions<Exchanged>;
  report(report: RunReport<Exchanged> | { status: 'loading' }): void;
};

/** With the SDK loaded, nothing is awaited between the click and the window. */
export function createClicks<Exchanged>(owner: ClickOwner<Exchanged>): Clicks {
  let run: SignupRun | undefined;
  /** The click that waits for the SDK. */
  let waiting: object | undefined;
  /** The signal that the newest click was given. */
  let signal: AbortSignal | undefined;

  const heed = (given?: AbortSignal) => {
    signal?.removeEventListener('abort', cancel);
    signal = given;
    signal?.addEventListener('abort', cancel);
  };
  const report = (news: RunReport<Exchanged>) => {
    if (news.status !== 'open') heed();
    owner.report(news);
  };
  const launch = (sdk: FacebookSdk, isLate: boolean) => {
    waiting = undefined;
    // Another button's is running, and its window is at the front now.
    if (!makeRoom()) return report({ status: 'cancelled' });
    const options = owner.options();
    heed(options.signal);
    hintMixedFeatures(options);
    run = createRun({ sdk, options, isLate, report, onEvent: (raw) => tellEvent(owner, raw) });
    takeRoom(run);
    // Only now: who is told that it is open may end it.
    run.start();
  };
  const fail = (cause: unknown) => {
    waiting = undefined;
    report({ status: 'failed', error: asSignupError(cause) });
  };
  const launchLater = async (loading: Promise<FacebookSdk>) => {
    const click = {};
    waiting = click;
    heed(owner.options().signal);
    owner.report({ status: 'loading' });
    try {
      const sdk = await sdkInTime(loading);
      if (waiting === click) launch(sdk, true);
    } catch (error) {
      if (waiting === click) fail(error);
    }
  };
  const cancel = () => {
    if (!waiting) return run?.cancel();
    waiting = undefined;
    report({ status: 'cancelled' });
  };
  return {
    begin() {
      if (waiting || run?.focus()) return;
      const options = owner.options();
      try {
        checkOptions(options);
        if (options.signal?.aborted) return report({ status: 'cancelled' });
        const sdk = findSdk(options);
        if (sdk instanceof Promise) launchLater(sdk);
        else launch(sdk, false);
      } catch (error) {
        fail(error);
      }
    },
    cancel,
    forget() {
      waiting = undefined;
      heed();
      run?.drop();
    },
    isWaiting: () => waiting !== undefined,
  };
}

/** As it is async, an error of the app's surfaces as a rejection and stops nothing here. */
const tellEvent = async <Exchanged>(
  owner: ClickOwner<Exchanged>,
  raw: Record<string, unknown>,
): Promise<void> => owner.options().onEvent?.(raw);

/** Whatever else is thrown, a page has put in the place of something of the browser's. */
const asSignupError = <Exchanged>(cause: unknown): EmbeddedSignupError<Exchanged> =>
  isEmbeddedSignupError(cause)
    ? (cause as EmbeddedSignupError<Exchanged>)
    : new EmbeddedSignupError('sdk_not_ready', undefined, { cause });
