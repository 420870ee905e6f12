import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { isLocalOrigin } from '../is-local-origin';
import { readJsonText } from '../request-body';
import type { SandboxState } from '../state/sandbox-state';
import { applyScenario, parseScenario } from './scenario';

/** `POST /__scenario`: for tests and demos; pages of this machine may call it, websites may not. */
export function createScenarioRoutes(state: SandboxState): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    const origin = c.req.header('Origin');
    if (origin && !isLocalOrigin(origin)) return c.json({ error: 'Not from a website.' }, 403);
    return next();
  });
  routes.use(cors({ origin: (origin) => (isLocalOrigin(origin) ? origin : null) }));
  routes.post('/', async (c) => {
    const parsed = parseScenario(await readJsonText(c));
    if ('error' in parsed) return c.json(parsed, 400);
    applyScenario(state, parsed.scenario);
    return c.json({ scenarios: Object.fromEntries(state.scenarios) });
  });
  return routes;
}
