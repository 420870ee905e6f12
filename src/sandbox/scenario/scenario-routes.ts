import { Hono } from 'hono';
import { localPagesOnly } from '../local-pages-only';
import { readJsonText } from '../request-body';
import type { SandboxState } from '../state/sandbox-state';
import { applyScenario, parseScenario } from './scenario';

/** `POST /__scenario`: for tests and demos; pages of this machine may call it, websites may not. */
export function createScenarioRoutes(state: SandboxState): Hono {
  const routes = new Hono();
  routes.use(...localPagesOnly());
  routes.post('/', async (c) => {
    const parsed = parseScenario(await readJsonText(c));
    if ('error' in parsed) return c.json(parsed, 400);
    applyScenario(state, parsed.scenario);
    return c.json({ scenarios: Object.fromEntries(state.scenarios) });
  });
  return routes;
}
