import type { RunReport } from './settle-answers';

/** What is told of a run: one outcome. A late success may follow, where it was only silence. */
export type RunOutcome<Exchanged> = {
  /** Aborts once nothing can follow any more. */
  readonly signal: AbortSignal;
  /** The outcome was told. */
  isTold(): boolean;
  /** Tells it, and goes on listening. */
  retire(last: RunReport<Exchanged>): void;
  /** Ends it for good. @param last missing: without a word */
  end(last?: RunReport<Exchanged>): void;
};

/** Makes it once for each run. */
export function createOutcome<Exchanged>(
  report: (report: RunReport<Exchanged>) => void,
): RunOutcome<Exchanged> {
  const over = new AbortController();
  const { signal } = over;
  let isTold = false;
  return {
    signal,
    isTold: () => isTold,
    retire(last) {
      if (isTold) return;
      isTold = true;
      report(last);
    },
    end(last) {
      if (signal.aborted) return;
      over.abort();
      if (last) report(last);
    },
  };
}
