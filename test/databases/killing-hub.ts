import {
  createSandboxApp,
  createSandboxState,
  sandboxPartnerApiKey,
} from 'react-360dialog-connect/sandbox';
import { createPartnerApi, type PartnerApiOptions } from 'react-360dialog-connect/server';
import { applyScenario } from '../../src/sandbox/scenario/scenario';
import { addClient } from '../../src/sandbox/state/clients';
import { partnerId, serve, unlimited } from '../server/partner-api/hub';

/**
 * The sandbox over HTTP, which kills the process that asks where the request wants it: when it has come, so
 * that its work is done for nobody, or when its work is done.
 */
export async function startKillingHub() {
  const state = createSandboxState();
  applyScenario(state, { rateLimit: null });
  const client = addClient(state, 'Ada', 'ada@example.com', partnerId);
  const permitted = new Set<string>();
  state.permissions.set(partnerId, permitted);
  const app = createSandboxApp(state);
  const hubUrl = await serve(async (request) => {
    const [pid, when] = request.headers.get('X-Kill')?.split(' ') ?? [];
    if (when === 'arrival') process.kill(Number(pid), 'SIGKILL');
    const answer = await app.fetch(request);
    if (when === 'done') process.kill(Number(pid), 'SIGKILL');
    return answer;
  });
  const api = (options: Partial<PartnerApiOptions> = {}) =>
    createPartnerApi({
      partnerId,
      apiKey: sandboxPartnerApiKey,
      baseUrl: `${hubUrl}/api/v2`,
      limiter: unlimited,
      ...options,
    });
  return {
    state,
    api,
    address: { hubUrl, partnerId },
    /** One more that the partner may use. */
    addChannel(id: string): void {
      client.channels.push({ id, phoneNumber: String(493055500000 + client.channels.length) });
      permitted.add(id);
    },
  };
}
