import { checkOptions } from './check-options';
import { createClicks } from './create-clicks';
import { explainSignupError } from './explain/explain-signup-error';
import { hintUntakenError } from './explain/signup-hints';
import type { FacebookSdk } from './facebook-sdk';
import { findSdk } from './find-sdk';
import type { RunReport } from './settle-answers';
import type { EmbeddedSignupOptions, EmbeddedSignupSnapshot } from './types';

/** The status of one button: a store over its signups. */
export type EmbeddedSignup<Exchanged = unknown> = {
  /** Runs the listener after every change. @returns unsubscribes */
  subscribe(listener: () => void): () => void;
  /** The same object until something changes. */
  getSnapshot(): EmbeddedSignupSnapshot<Exchanged>;
  /** Replaces the options. A running signup keeps its own, but always uses the newest callbacks. */
  update(options: EmbeddedSignupOptions<Exchanged>): void;
  /**
   * Loads Meta's SDK, so that the window opens in the click. What goes wrong is told at a click only, which
   * tries again.
   */
  preload(): void;
  /**
   * Starts a signup; must run in the click itself. While one is running, its window is brought to the
   * front. A page has one at a time: where another store's is running, this one's ends as `cancelled`.
   */
  open(): void;
  /** Cancels the running signup and closes its window. */
  close(): void;
  /** Back to `idle`, where a click starts anew, without `onCancel`; `preload()` leads to `ready` again. */
  reset(): void;
};

type Report<Exchanged> = RunReport<Exchanged> | { status: 'idle' | 'loading' | 'ready' };

const blank = { result: null, error: null, uncertain: false, currentStep: null };
const idle = { ...blank, status: 'idle' } as const;

/** A callback that throws must not keep the others from running; its error surfaces as a rejection. */
const tell = async (callback: () => void) => callback();

/**
 * Creates the store that hook and button share. Touches no window yet, so it can be made on a server.
 *
 * @example
 * const signup = createEmbeddedSignup({ appId: '1234', configId: '5678', callback: save });
 * signup.preload();
 * button.onclick = signup.open;
 */
export function createEmbeddedSignup<Exchanged = unknown>(
  options: EmbeddedSignupOptions<Exchanged>,
): EmbeddedSignup<Exchanged> {
  // In plain JavaScript there may be none, which a click refuses as it does a missing ID.
  let newest = Object(options) as typeof options;
  let snapshot: EmbeddedSignupSnapshot<Exchanged> = idle;
  const listeners = new Set<() => void>();

  const report = (news: Report<Exchanged>) => {
    const isNewStatus = news.status !== snapshot.status;
    if (news.status === 'failed') explainSignupError(news.error, newest);
    snapshot = { ...blank, ...news } as EmbeddedSignupSnapshot<Exchanged>;
    listeners.forEach(tell);
    tell(() => isNewStatus && newest.onStatusChange?.(news.status));
    tell(() => tellOutcome(news, newest));
  };
  const clicks = createClicks({ options: () => newest, report });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => snapshot,
    update(newOptions) {
      newest = Object(newOptions);
    },
    preload() {
      if (snapshot.status !== 'idle') return;
      const loading = preloaded(newest);
      if (!loading) return;
      report({ status: 'loading' });
      const settle = (status: 'ready' | 'idle') => () => {
        if (snapshot.status === 'loading' && !clicks.isWaiting()) report({ status });
      };
      loading.then(settle('ready'), settle('idle'));
    },
    open: clicks.begin,
    close: clicks.cancel,
    reset() {
      const isFresh = ['idle', 'loading', 'ready'].includes(snapshot.status);
      if (isFresh && !clicks.isWaiting()) return;
      clicks.forget();
      report(idle);
    },
  };
}

/** The SDK, on its way; nothing where the options are not right yet, which is told at the click. */
function preloaded<Exchanged>(
  options: EmbeddedSignupOptions<Exchanged>,
): Promise<FacebookSdk> | undefined {
  try {
    checkOptions(options);
    return Promise.resolve(findSdk(options));
  } catch {
    return undefined;
  }
}

function tellOutcome<Exchanged>(
  news: Report<Exchanged>,
  { callback, onCancel, onError }: EmbeddedSignupOptions<Exchanged>,
): void {
  if (news.status === 'completed') callback(news.result);
  if (news.status === 'cancelled') {
    onCancel?.(news.currentStep ? { currentStep: news.currentStep } : {});
  }
  if (news.status === 'failed') {
    onError?.(news.error);
    if (!onError) hintUntakenError(news.error);
  }
}
