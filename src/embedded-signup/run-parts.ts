import type { FacebookSdk } from './facebook-sdk';
import type { Join } from './join-answers';
import type { Launch } from './launch-login';
import type { SignupMessage } from './read-signup-message';
import type { RunOutcome } from './run-outcome';
import type { RunReport } from './settle-answers';
import type { EmbeddedSignupOptions } from './types';

/** One click, with one outcome. */
export type SignupRun = {
  /** Opens Meta's window; in the click itself. */
  start(): void;
  /** Brings Meta's window to the front. @returns whether there is something to wait for */
  focus(): boolean;
  /** Closes its window, and tells that it was cancelled. Nothing, once it has had its outcome. */
  cancel(): void;
  /** Ends it for good, a late success too, without a word. */
  drop(): void;
};

/** What a run is made of. */
export type RunParts<Exchanged> = {
  sdk: FacebookSdk;
  options: EmbeddedSignupOptions<Exchanged>;
  /** The SDK came only after the click, so the browser may have refused the window for that. */
  isLate: boolean;
  report(report: RunReport<Exchanged>): void;
  onEvent(raw: SignupMessage['raw']): void;
};

/** What the parts of a run share. */
export type Running<Exchanged> = RunParts<Exchanged> & {
  outcome: RunOutcome<Exchanged>;
  join: Join;
  launch: Launch;
  /** How it ends where nothing comes. */
  silence: RunReport<Exchanged>;
};
