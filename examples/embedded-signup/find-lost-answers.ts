import { connect } from './take-signup';
import { newAccounts, type Run, runs } from './your-app';

const minuteMs = 60_000;

/** The browser's own answer is given this long: it knows the number, and Meta's webhook does not. */
const patienceMs = 10 * minuteMs;
/** As long as a `state` lives. */
const runMs = 60 * minuteMs;

/**
 * A job for every minute. An account that Meta told of, and no browser, is of the one tenant who had begun
 * a signup and never came back with an answer. Let that tenant confirm the number before you use it.
 *
 * @returns the accounts that could be of several tenants or of none, or are not to be handed in now: where one
 * stays, look at it yourself
 */
export async function findLostAnswers(now = Date.now()): Promise<string[]> {
  const unclear: string[] = [];
  for (const [wabaId, toldAt] of newAccounts) {
    if (now - toldAt < patienceMs) continue;
    const [run, ...others] = openRuns(toldAt);
    const isClear = run !== undefined && others.length === 0;
    if (!isClear || !(await isConnected(run, wabaId))) unclear.push(wabaId);
  }
  return unclear;
}

/** One that fails must not keep the others from being found; the next minute tries it again. */
const isConnected = (run: Run, wabaId: string): Promise<boolean> =>
  // The `state` is used up by it, so a browser that comes back after all does not hand it in again.
  connect(run.tenant, run.state, { wabaId }).then(
    () => true,
    () => false,
  );

const openRuns = (toldAt: number): Run[] =>
  [...runs.values()].filter(({ isAnswered, launchedAt }) => {
    const ageMs = launchedAt === null ? -1 : toldAt - launchedAt;
    return !isAnswered && ageMs >= 0 && ageMs < runMs;
  });
