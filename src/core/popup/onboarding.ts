import { failure, readBoundResult } from '../bound-result';
import { isOnboardingError } from '../errors';
import { readOnboardingRedirect } from '../onboarding-redirect';
import type { OnboardingOptions, OnboardingSnapshot } from '../types';
import { type Attempt, type AttemptReport, startAttempt } from './attempt';
import { type AttemptRecord, readRecord, removeRecord, takeKeptRecord } from './attempt-record';
import { forwardToOpener } from './handover-redirect-page';
import { cleanAddress } from './result-address';

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

const idle: OnboardingSnapshot = { status: 'idle', result: null, error: null, detached: false };

/**
 * Creates the store that the hook, the element and `startOnboarding` share. Touches no window yet,
 * so it can be made on a server.
 *
 * @example
 * const onboarding = createOnboarding({ partnerId: 'aAbBcCPA', callback: save });
 * onboarding.arrive();
 * button.onclick = onboarding.open;
 */
export function createOnboarding(options: OnboardingOptions): Onboarding {
  let snapshot = idle;
  /** `attempt` is missing only while it starts. */
  let running: { attempt?: Attempt } | undefined;
  /** Those that can still bring a result; an attempt adds and removes itself. */
  const alive = new Set<Attempt>();
  const listeners = new Set<() => void>();
  /** A signature in the options starts one onboarding only. */
  let spentSignature: string | undefined;

  const show = (report: AttemptReport | typeof idle) => {
    const before = snapshot.status;
    const now = { ...idle, ...report } as OnboardingSnapshot;
    snapshot = now;
    for (const listener of listeners) tell(listener);
    if (now.status !== before) tell(() => options.onStatusChange?.(now.status));
    if (now.status === 'cancelled') tell(() => options.onCancel?.());
    if (now.error) tell(() => options.onError?.(now.error));
    if (now.result) tell(() => options.callback(now.result));
  };

  const begin = (resumed?: AttemptRecord) => {
    const mine: typeof running = {};
    running = mine;
    const report = (report: AttemptReport) => {
      const isRunning = running === mine;
      if (isRunning && report.status !== 'signing' && report.status !== 'open') running = undefined;
      if (isRunning || !running) show(report);
      // The late result of an earlier attempt does not end the present one.
      else if (report.status === 'completed') tell(() => options.callback(report.result));
    };
    try {
      mine.attempt = startAttempt(options, report, alive, resumed);
      // A status listener may have closed it already.
      if (running !== mine) mine.attempt.end();
    } catch (error) {
      running = undefined;
      show(
        isOnboardingError(error)
          ? { status: 'failed', error }
          : failure('invalid_options', 'An option has a wrong type. See cause.', error),
      );
    }
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    update(newOptions) {
      options = newOptions;
    },
    open() {
      if (running && !snapshot.detached) return running.attempt?.focus();
      running?.attempt?.retire();
      running = undefined;
      const { queryParameters, fetchIoSignature } = options;
      const ioSignature = fetchIoSignature ? undefined : queryParameters?.io_signature;
      if (ioSignature && ioSignature === spentSignature) {
        return show(failure('signature_failed', spent));
      }
      begin();
      if (running) spentSignature = ioSignature;
    },
    close() {
      if (!running) return;
      running.attempt?.end();
      running = undefined;
      show({ status: 'cancelled' });
    },
    reset() {
      for (const attempt of alive) attempt.end();
      running = undefined;
      if (snapshot !== idle) show(idle);
    },
    focus: () => running?.attempt?.focus(),
    arrive() {
      const mark = readRecord();
      if (mark?.mode === 'redirect' && mark.partnerId === options.partnerId) {
        const outcome = readBoundResult(location.search, mark);
        if (!outcome) return;
        removeRecord();
        cleanAddress();
        return show(outcome);
      }
      forwardToOpener({}, () => {
        // Another button may have taken it meanwhile.
        const result = readOnboardingRedirect(location.search);
        if (!result || result === 'invalid') return;
        if (options.allowUnsolicited) {
          cleanAddress();
          show({ status: 'completed', result });
        } else if (typeof process === 'object' && process.env.NODE_ENV !== 'production') {
          if (!isHinted) console.warn(unsolicited);
          isHinted = true;
        }
      });
      const kept = running ? undefined : takeKeptRecord(options.partnerId);
      if (kept) begin(kept);
    },
  };
}

const spent = 'This IO Signature was used already. Pass fetchIoSignature, which gets a new one.';

/** One hint for the page, whatever the number of its buttons. */
let isHinted = false;

const unsolicited =
  '360dialog-connect: this page was loaded with a result that no attempt of this browser asked for. It was ignored; allowUnsolicited accepts such links.';

/** A callback that throws must not keep the others from running; its error still surfaces. */
function tell(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
