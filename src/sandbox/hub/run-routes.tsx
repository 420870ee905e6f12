/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isPartnerId } from '../../core/partner-id';
import { ProblemPage } from '../pages/problem-page';
import { settingsOf } from '../scenario/scenario';
import { partnerOf } from '../state/partners';
import type { SandboxState } from '../state/sandbox-state';
import type { SandboxWebhooks } from '../webhooks/create-webhooks';
import { addAccountRoutes } from './account-routes';
import { endRun, takeTime } from './end-run';
import { readRunQuery, startRun } from './run';
import type { RunEnv, RunRoutes } from './run-env';
import { runProblems } from './run-problem';
import { dueStep } from './run-step';
import { signedInClient } from './session';
import { addStepRoutes } from './step-routes';

/** Opens a run at the address that the button opens. */
export const openRun = (state: SandboxState) => async (c: Context) => {
  const query = readRunQuery(c.req.url);
  const partnerId = c.req.param('partnerId');
  if (!isPartnerId(partnerId)) {
    return c.html(<ProblemPage problem={runProblems.unknownPartner} lang={query.lang} />, 404);
  }
  const partner = partnerOf(state, partnerId);
  const settings = settingsOf(state, partner);
  sendCoop(c, settings.coop);
  await takeTime(c, settings);
  const start = await startRun(state, partner, query);
  if ('problem' in start) {
    return c.html(<ProblemPage problem={start.problem} lang={query.lang} />, 400);
  }
  return (await endRun(c, start.run)) ?? c.redirect(`/run/${start.run.id}`, 303);
};

/** Everything below `/run/:runId`. The run's own query never shows in these addresses. */
export function createRunRoutes(state: SandboxState, webhooks: SandboxWebhooks): RunRoutes {
  const routes: RunRoutes = new Hono<RunEnv>();
  routes.use(async (c, next) => {
    const run = state.runs.get(c.req.param('runId') ?? '');
    if (!run) return c.html(<ProblemPage problem={runProblems.unknownRun} />, 404);
    sendCoop(c, run.settings.coop);
    // Each step is a form; the redirects after it would take the time again.
    if (c.req.method === 'POST') await takeTime(c, run.settings);
    const client = signedInClient(c, state);
    client?.partnerIds.add(run.partner.id);
    if (client && run.query.partner) client.partnerPayload = run.query.partner;
    c.set('run', run);
    c.set('client', client);
    return next();
  });
  routes.get('/', (c) => {
    const { run, client } = c.var;
    return c.redirect(`/run/${run.id}/${dueStep(run, client)}`, 303);
  });
  addAccountRoutes(routes, state);
  addStepRoutes(routes, state, webhooks);
  return routes;
}

function sendCoop(c: Context, coop: string | null) {
  if (coop) c.header('Cross-Origin-Opener-Policy', coop);
}
