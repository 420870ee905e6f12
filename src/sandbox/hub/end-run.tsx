/** @jsxImportSource hono/jsx */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Context } from 'hono';
import { ProblemPage } from '../pages/problem-page';
import type { Run, RunSettings } from '../state/sandbox-state';
import { redirectWith } from './run-outcome';
import { runProblems } from './run-problem';

/** Answers where the scenario ends a run by itself; `null` where a client goes through the pages. */
export async function endRun(c: Context, run: Run): Promise<Response | null> {
  const { ending } = run.settings;
  if (ending === null) return null;
  if (ending === 'refuse') {
    return c.html(<ProblemPage problem={runProblems.refused} lang={run.query.lang} />, 403);
  }
  if (ending === 'never') {
    await untilGone(c.req.raw.signal);
    return c.body(null, 204);
  }
  return c.redirect(redirectWith(run, ending.redirect), 303);
}

/** The time that the hub takes to answer. Nobody waits any more where the window was closed. */
export const takeTime = (c: Context, { answerDelayMs }: RunSettings): Promise<void> =>
  delay(answerDelayMs, undefined, { signal: c.req.raw.signal, ref: false });

/** The window was closed, or the sandbox. */
async function untilGone(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
