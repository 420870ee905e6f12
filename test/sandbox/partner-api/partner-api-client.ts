import {
  createSandboxApp,
  createSandboxState,
  type Scenario,
  sandboxPartnerApiKey,
} from 'react-360dialog-connect/sandbox';
import { Visitor } from '../visitor';

export const account = '/api/v2/partners/aAbBcCPA';

/** A sandbox, and a partner's server that calls its Partner API. */
export function partnerOfSandbox() {
  const state = createSandboxState();
  const app = createSandboxApp(state);
  const send = (path: string, init: RequestInit = {}) =>
    app.request(path, {
      ...init,
      headers: {
        'X-API-Key': sandboxPartnerApiKey,
        'Content-Type': 'application/json',
        ...init.headers,
      },
    });
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: JSON.stringify(body), headers });
  const json = async (path: string) => (await send(path)).json();
  const scenario = (scenario: Scenario) => post('/__scenario', scenario);
  return { state, app, send, post, json, scenario, visitor: new Visitor(app) };
}
