import type { ClientFilters, ListQuery } from './list-query';
import type { CreatedClient, EnsuredClient, NewClient } from './new-items';
import { isPartnerApiError, type PartnerApiErrorCode } from './partner-api-error';
import { bodyOfClient } from './read-new-items';
import type { CallOptions, PartnerClient } from './types';

type Calls = {
  listClients(query: ListQuery<ClientFilters>, options: CallOptions): AsyncIterable<PartnerClient>;
  createClient(client: NewClient, options: CallOptions): Promise<CreatedClient>;
};

/** After these, the client may have been created all the same. Integrators got duplicates by that. */
const unclear: readonly PartnerApiErrorCode[] = [
  'rate_limited',
  'unavailable',
  'unreachable',
  'timeout',
  'malformed_answer',
];
const conflict = 409;

/** Finds the client with this e-mail, or creates it, and never twice. */
export function createEnsureClient({ listClients, createClient }: Calls) {
  const running = new Map<string, Promise<EnsuredClient>>();

  const find = async (email: string, options: CallOptions) => {
    const wanted = email.toLowerCase();
    for await (const { id } of listClients({ filters: { email } }, options)) return id;
    // An integrator found the e-mail filter unreliable, so that nothing found is no answer.
    for await (const client of listClients({}, options)) {
      if (client.email?.toLowerCase() === wanted) return client.id;
    }
    return null;
  };

  const ensure = async (client: NewClient, options: CallOptions): Promise<EnsuredClient> => {
    const known = await find(client.email, options);
    if (known) return { id: known, isNew: false };
    try {
      const { id } = await createClient(client, options);
      return { id, isNew: true };
    } catch (error) {
      if (!isPartnerApiError(error)) throw error;
      if (!unclear.includes(error.code) && error.status !== conflict) throw error;
      const created = await find(client.email, options).catch(() => null);
      if (created) return { id: created, isNew: true };
      throw error;
    }
  };

  const ensureClient = async (client: NewClient, options: CallOptions): Promise<EnsuredClient> => {
    const key = bodyOfClient(client)['email']!.toLowerCase();
    const other = running.get(key);
    if (other) {
      const id = await other.then((ensured) => ensured.id).catch(() => null);
      // Where the other one failed, or was given up, this one sees for itself.
      return id === null ? ensureClient(client, options) : { id, isNew: false };
    }
    const own = ensure(client, options).finally(() => running.delete(key));
    running.set(key, own);
    return own;
  };
  return ensureClient;
}
