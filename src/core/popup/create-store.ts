import type { OnboardingOptions, OnboardingSnapshot } from '../types';
import { type Attempt, late, type Report, startAttempt } from './attempt';
import type { AttemptRecord } from './attempt-record';

/** The status of one button: a store over its attempts. */
export type Onboarding = {
  /** Runs the listener after every change. @returns unsubscribes */
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  getSnapshot(): OnboardingSnapshot;
  /** Replaces the options. A running attempt keeps its own, but always uses the newest callbacks. */
  update(options: OnboardingOptions): void;
  /** Starts an attempt; must run in the click itself. While one is running: focuses its popup. */
  open(): void;
  /** Cancels the running attempt and closes its popup. */
  close(): void;
  /** Back to `idle`, without `onCancel`. */
  reset(): void;
  /** Brings the running attempt's popup to the front. */
  focus(): void;
  /**
   * To be called once this page is loaded: on the redirect page it brings the result home, after a
   * reload it resumes the attempt.
   */
  arrive(): void;
};

/**
 * What a store does once its page is loaded.
 *
 * @param resume goes on with an attempt of an earlier document
 */
export type Arrive = (
  options: OnboardingOptions,
  show: (report: Report) => void,
  resume: (record: AttemptRecord) => unknown,
) => void;

const idle: OnboardingSnapshot = { status: 'idle', result: null, error: null, detached: false };

/**
 * A callback that throws must not keep the others from running. As this function is async, the error
 * surfaces as a rejection that nobody handles.
 */
const tell = async (callback: () => void) => callback();

export const isRunning = (status: string) => status === 'signing' || status === 'open';

/** @param arrive is missing where nothing can arrive */
export function createStore(options: OnboardingOptions, arrive?: Arrive): Onboarding {
  let snapshot = idle;
  let running: Attempt | undefined;
  const listeners = new Set<() => void>();

  /** @param attempt whose it is, if it is not the page's own */
  const report = (attempt: Attempt | undefined, report: Report | typeof idle) => {
    // The late result of an earlier attempt does not end the present one.
    if (!running || running === attempt) {
      running = isRunning(report.status) ? attempt : undefined;
      const isNews = report.status !== snapshot.status;
      snapshot = { ...idle, ...report } as OnboardingSnapshot;
      listeners.forEach(tell);
      tell(() => isNews && options.onStatusChange?.(report.status));
    }
    tell(() => {
      if (report.status === 'cancelled') options.onCancel?.();
      if (report.error) options.onError?.(report.error);
      if (report.result) options.callback(report.result);
    });
  };

  const store: Onboarding = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    update(newOptions) {
      options = newOptions;
    },
    open() {
      if (running && !snapshot.detached && running.focus()) return;
      running?.end(undefined, true);
      running = undefined;
      startAttempt(options, report);
    },
    close() {
      running?.end({ status: 'cancelled' });
    },
    reset() {
      running?.end();
      for (const attempt of late) if (attempt.report === report) attempt.end();
      running = undefined;
      report(undefined, idle);
    },
    focus() {
      running?.focus();
    },
    arrive() {
      arrive?.(
        options,
        (outcome) => report(undefined, outcome),
        (record) => snapshot.status === 'idle' && startAttempt(options, report, record),
      );
    },
  };
  return store;
}
