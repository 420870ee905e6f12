import { isRunning } from '../is-running';
import { failure } from '../outcome';
import type { OnboardingOptions, OnboardingSnapshot } from '../types';
import type { Attempt } from './attempt';
import type { AttemptButton } from './attempt-button';
import { endLate } from './late-attempts';
import { startAttempt } from './start-attempt';

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
   * reload it goes on with the attempt.
   */
  resume(): void;
};

const idle = { status: 'idle', result: null, error: null, detached: false } as const;

/**
 * A callback that throws must not keep the others from running. As this function is async, the error
 * surfaces as a rejection that nobody handles.
 */
const tell = async (callback: () => void) => callback();

/** What every onboarding has. One click, to which nothing can come back, needs no more. */
export type Store = Omit<Onboarding, 'resume'>;

/** @returns the store, and what an attempt sees of it */
export function createStore(options: OnboardingOptions): { store: Store; button: AttemptButton } {
  let snapshot: OnboardingSnapshot = idle;
  let running: Attempt | undefined;
  const listeners = new Set<() => void>();

  const button: AttemptButton = {
    options: () => options,
    isIdle: () => snapshot === idle,
    report(report, attempt) {
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
    },
  };
  const store: Store = {
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
      running?.retire();
      running = undefined;
      startAttempt(options, button).catch((cause) =>
        // Something of the page is not as browsers have it, so that no window can be used.
        button.report(failure('popup_blocked', undefined, cause)),
      );
    },
    close() {
      running?.end({ status: 'cancelled' });
    },
    reset() {
      if (snapshot === idle) return; // Nothing was begun yet, so that it may still go on with something.
      running?.end();
      endLate(button);
      running = undefined;
      button.report(idle);
    },
    focus() {
      running?.focus();
    },
  };
  return { store, button };
}
