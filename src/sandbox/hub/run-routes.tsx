/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { ProblemPage } from '../pages/problem-page';
import { settingsOf } from '../scenario/scenario';
import { isPartnerId, partnerOf, type SandboxState } from '../state/sandbox-state';
import { addAccountRoutes } from './account-routes';
import { type RunProblem, readRunQuery, startRun } from './run';
import type { RunEnv, RunRoutes } from './run-env';
import { dueStep } from './run-step';
import { signedInClient } from './session';
import { addStepRoutes } from './step-routes';

const unknownPartner: RunProblem = {
  title: 'We do not know this partner',
  forClient:
    'The link that brought you here is not complete. Please close this window and contact the company that gave it to you.',
  forDeveloper: 'A partner ID has letters, digits, "-" and "_" only, like aAbBcCPA.',
};

const unknownRun: RunProblem = {
  title: 'This visit is over',
  forClient: 'Please close this window and start again from the company that sent you here.',
  forDeveloper: 'There is no run with this ID: the sandbox was restarted or reset meanwhile.',
};

/** Opens a run at the address that the button opens. */
export const openRun = (state: SandboxState) => async (c: Context) => {
  const query = readRunQuery(c.req.url);
  const partnerId = c.req.param('partnerId');
  if (!isPartnerId(partnerId)) {
    return c.html(<ProblemPage problem={unknownPartner} lang={query.lang} />, 404);
  }
  const partner = partnerOf(state, partnerId);
  sendCoop(c, settingsOf(state, partner).coop);
  const start = await startRun(state, partner, query);
  if ('problem' in start) {
    return c.html(<ProblemPage problem={start.problem} lang={query.lang} />, 400);
  }
  return c.redirect(`/run/${start.run.id}`, 303);
};

/** Everything below `/run/:runId`. The run's own query never shows in these addresses. */
export function createRunRoutes(state: SandboxState): RunRoutes {
  const routes: RunRoutes = new Hono<RunEnv>();
  routes.use(async (c, next) => {
    const run = state.runs.get(c.req.param('runId') ?? '');
    if (!run) return c.html(<ProblemPage problem={unknownRun} />, 404);
    sendCoop(c, run.settings.coop);
    const client = signedInClient(c, state);
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
  addStepRoutes(routes, state);
  return routes;
}

function sendCoop(c: Context, coop: string | null) {
  if (coop) c.header('Cross-Origin-Opener-Policy', coop);
}
