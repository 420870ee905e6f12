import { type SignupEndingName, signupEndings } from './signup-endings';

/** Twice the life of Meta's code. */
const maxGapMs = 60_000;

/** Which of the two answers a played signup gives first. */
type AnswerOrder = 'message-first' | 'code-first';

const orders: unknown[] = ['message-first', 'code-first'] satisfies AnswerOrder[];

/** How Meta's signup is played. */
export type PlannedSignup = {
  /** The signup ends so by itself. Without it, by a button of its window. */
  ending?: SignupEndingName;
  /** @default 'message-first' */
  order?: AnswerOrder;
  /** Milliseconds between the two answers, at most 60,000. @default 0 */
  gapMs?: number;
};

/** What a scenario sets for Meta's signup, which names no partner. */
export type SignupSettings = {
  /** How the next signups go; `null`: as the buttons of their window say. */
  embeddedSignup: PlannedSignup | null;
};

/** What such a setting looks like. */
export const plannedSignupTakes = `{"ending": …, "order": "message-first" or "code-first", "gapMs": 0 to ${maxGapMs}} with any of the three, or null; an ending is one of ${Object.keys(signupEndings).join(', ')}`;

/** Whether it is one, from a scenario or a query. */
export function isPlannedSignup(value: unknown): value is PlannedSignup {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { ending, order, gapMs, ...others } = value as Record<string, unknown>;
  return (
    Object.keys(others).length === 0 &&
    (ending === undefined || Object.hasOwn(signupEndings, String(ending))) &&
    (order === undefined || orders.includes(order)) &&
    (gapMs === undefined || isGap(gapMs))
  );
}

const isGap = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxGapMs;

/**
 * What the window that opens now does: as the query behind the SDK's address says, else as the scenario
 * does. `null` where the query says something that there is not.
 */
export function planSignup(
  { ending, order, gap }: Record<string, string>,
  scenario: PlannedSignup | null,
): PlannedSignup | null {
  const plan = {
    ...scenario,
    ...(ending && { ending }),
    ...(order && { order }),
    ...(gap && { gapMs: Number(gap) }),
  };
  return isPlannedSignup(plan) ? plan : null;
}
