import { isOnboardingError } from '../errors';
import { explainError } from '../explain/explain-error';
import { isRunning } from '../is-running';
import { failure } from '../outcome';
import type { OnboardingOptions, OnboardingOverrides, OnboardingSnapshot } from '../types';
import type { Attempt } from './attempt';
import type { AttemptButton } from './attempt-button';
import { createRunId } from './attempt-record';
import { hintUntaken } from './hints';
import { endLate } from './late-attempts';
import { startAttempt } from './start-attempt';
import { type ClickEvent, withOverrides } from './with-overrides';

/** The status of one button: a store over its attempts. */
export type Onboarding = {
  /** Runs the listener after every change. @returns unsubscribes */
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  getSnapshot(): OnboardingSnapshot;
  /** Replaces the options. A running attempt keeps its own, but always uses the newest callbacks. */
  update(options: OnboardingOptions): void;
  /**
   * Starts an attempt; must run in the click itself. While one is running: focuses its popup.
   *
   * @param overrides options for this one attempt; a click event counts as none
   */
  open(overrides?: OnboardingOverrides | ClickEvent): void;
  /** Cancels the running attempt and closes its popup. */
  close(): void;
  /** Back to `idle`, without `onCancel`. */
  reset(): void;
  /** Brings the running attempt's popup to the front. */
  focus(): void;
  /**
   * To be called once this page is loaded: on the redirect page it brings the result home, after a
   * reload it goes on with the attempt.
   */
  resume(): void;
};

const idle = { status: 'idle', runId: null, result: null, error: null, detached: false } as const;

/**
 * A callback that throws must not keep the others from running. As this function is async, the error
 * surfaces as a rejection that nobody handles.
 */
const tell = async (callback: () => void) => callback();

/** What every onboarding has. One click, to which nothing can come back, needs no more. */
export type Store = Omit<Onboarding, 'resume'>;

/** @returns the store, and what an attempt sees of it */
export function createStore(options: OnboardingOptions): { store: Store; button: AttemptButton } {
  options = Object(options); // Plain JavaScript may give none: a click says so.
  let snapshot: OnboardingSnapshot = idle;
  let running: Attempt | undefined;
  /** Of the attempt that was begun last: its name, and what it was begun with. */
  let begunId: string | null = null;
  let begunWith = options;
  const listeners = new Set<() => void>();

  const button: AttemptButton = {
    options: () => options,
    isIdle: () => snapshot === idle,
    report(report, attempt) {
      const { status, runId = attempt ? attempt.runId : begunId } = report;
      if (report.error) explainError(Object.assign(report.error, { runId }), begunWith);
      // The late result of an earlier attempt does not end the present one.
      if (!running || running === attempt) {
        running = isRunning(status) ? attempt : undefined;
        const isNews = status !== snapshot.status;
        snapshot = { ...idle, ...report, runId } as OnboardingSnapshot;
        listeners.forEach(tell);
        // A listener may have brought about the next status, which has been told then.
        tell(() => isNews && status === snapshot.status && options.onStatusChange?.(status));
      }
      tell(() => {
        if (status === 'cancelled') options.onCancel?.();
        if (report.error) {
          options.onError?.(report.error);
          hintUntaken(report.error, options);
        }
        if (report.result) options.callback(report.result);
      });
    },
  };
  const begin = async (overrides: OnboardingOverrides | ClickEvent | undefined) => {
    begunId = createRunId();
    begunWith = withOverrides(options, overrides);
    await startAttempt(begunWith, button, begunId);
  };
  const store: Store = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    update(newOptions) {
      options = Object(newOptions);
    },
    open(overrides) {
      if (running && !snapshot.detached && running.focus()) return;
      running?.retire();
      running = undefined;
      begin(overrides).catch((cause) =>
        button.report(
          isOnboardingError(cause)
            ? { status: 'failed', error: cause }
            : // Something of the page is not as browsers have it, so that no window can be used.
              failure('popup_blocked', undefined, cause),
        ),
      );
    },
    close: () => running?.end({ status: 'cancelled' }),
    reset() {
      if (snapshot === idle) return; // Nothing was begun yet, so that it may still go on with something.
      running?.end();
      endLate(button);
      running = undefined;
      button.report(idle);
    },
    focus: () => void running?.focus(),
  };
  return { store, button };
}
