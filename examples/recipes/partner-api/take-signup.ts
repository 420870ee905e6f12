import {
  connectNumber,
  isConnectNumberError,
  isPartnerApiError,
  isResultError,
  isStateBusyError,
  type PartnerApi,
  type States,
  type Store,
} from 'react-360dialog-connect/server';

/** A tenant of yours, who is logged in. */
type Tenant = { id: string; name: string };

const notNow = () =>
  Response.json({ error: 'busy' }, { status: 503, headers: { 'Retry-After': '30' } });

/** Takes the result of an Embedded Signup from the browser. The page may send it again until it is told `ok`. */
export const takeSignup =
  (api: PartnerApi, store: Store, states: States) =>
  async (request: Request, tenant: Tenant): Promise<Response> => {
    const { signup, state } = await request.json();
    try {
      await connectNumber({
        api,
        store,
        signup,
        client: { name: tenant.name, email: `tenant-${tenant.id}@app.example` },
        solutionId: process.env.D360_SOLUTION_ID,
        states,
        state,
        user: tenant.id,
      });
    } catch (error) {
      if (isResultError(error)) return Response.json({ error: error.code }, { status: 403 });
      if (isPartnerApiError(error) || isStateBusyError(error)) return notNow();
      if (!isConnectNumberError(error)) throw error;
      if (error.code === 'busy') return notNow();
      return Response.json({ error: error.code }, { status: 400 });
    }
    return Response.json({ ok: true });
  };
