/**
 * How a run ends by itself, without a client at the pages: the hub refuses it, does not answer at all, or
 * redirects at once with a query of your own.
 */
type RunEnding = 'refuse' | 'never' | { redirect: string };

/** How the hub answers the window of a run. */
export type AnswerSettings = {
  /** How the run ends by itself; `null` leaves it to the client. */
  ending: RunEnding | null;
  /** How long each answer takes, in milliseconds. */
  answerDelayMs: number;
};
