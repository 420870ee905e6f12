import {
  connectNumber,
  isConnectNumberError,
  isPartnerApiError,
  isResultError,
  isStateBusyError,
  type PartnerApi,
} from 'react-360dialog-connect/server';
import { api, states, store } from './partner-api';
import { knownAccounts, newAccounts, runs, type Tenant, tenantsByClient } from './your-app';

/** Keeps whose the client is before its number is handed in: whatever ends after that, its webhook has an owner. */
const apiFor = (tenant: Tenant): PartnerApi => ({
  ...api,
  async ensureClient(...args) {
    const ensured = await api.ensureClient(...args);
    tenantsByClient.set(ensured.id, tenant);
    return ensured;
  },
});

/** Hands a signup in to 360dialog, as often as it is called: once. Resumes what was cut off before. */
export async function connect(tenant: Tenant, state: string, signup: unknown): Promise<void> {
  const { metaWabaId } = await connectNumber({
    api: apiFor(tenant),
    store,
    signup,
    client: { name: tenant.name, email: `tenant-${tenant.id}@app.example` },
    solutionId: process.env.D360_SOLUTION_ID,
    states,
    state,
    user: tenant.id,
  });
  knownAccounts.add(metaWabaId);
  newAccounts.delete(metaWabaId);
  const run = runs.get(state);
  if (run) run.isAnswered = true;
}

const notNow = () =>
  Response.json({ error: 'busy' }, { status: 503, headers: { 'Retry-After': '30' } });

/** Takes the result of an Embedded Signup from the browser, which sends it again until it is told `ok`. */
export async function takeSignup(request: Request, tenant: Tenant): Promise<Response> {
  const { signup, state } = await request.json();
  try {
    await connect(tenant, state, signup);
  } catch (error) {
    if (isResultError(error)) return Response.json({ error: error.code }, { status: 403 });
    if (isPartnerApiError(error) || isStateBusyError(error)) return notNow();
    if (!isConnectNumberError(error)) throw error;
    if (error.code === 'busy') return notNow();
    return Response.json({ error: error.code }, { status: 400 });
  }
  return Response.json({ ok: true });
}
