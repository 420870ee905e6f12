import type { PartnerApi } from '../partner-api/partner-api';
import type { PartnerChannel } from '../partner-api/types';
import { ResultError } from '../states/result-error';
import type { ReadResult } from './read-result';

/** What a verified webhook proved, such as an event of `webhookHandler`. */
export type ChannelProof = {
  /** The channel that it is about. */
  channelId: string;
  /** Whose that is; one without it proves nothing. */
  clientId: string | null;
};

/** A channel of the client; `details` only where the Partner API was asked. */
export type OwnChannel = { id: string; details: PartnerChannel | null };

/**
 * The client's channels, as far as they matter for the result. Where verified webhooks prove all of it,
 * 360dialog is not asked.
 *
 * @throws ResultError `client_unknown`
 */
export async function channelsOfClient(
  api: PartnerApi,
  { client, channels, revokedChannels }: ReadResult,
  proofs: readonly ChannelProof[],
): Promise<OwnChannel[]> {
  const proved = proofs
    .filter(({ clientId }) => clientId === client)
    .map((proof) => proof.channelId);
  const wanted = [...channels, ...revokedChannels];
  if (wanted.length > 0 && wanted.every((id) => proved.includes(id))) {
    return wanted.map((id) => ({ id, details: null }));
  }
  const found: OwnChannel[] = [];
  for await (const details of api.listChannels({ filters: { clientId: client } })) {
    found.push({ id: details.id, details });
  }
  if (found.length === 0 && !(await isClient(api, client))) throw new ResultError('client_unknown');
  return found;
}

async function isClient(api: PartnerApi, id: string): Promise<boolean> {
  for await (const client of api.listClients({ filters: { id } }))
    if (client.id === id) return true;
  return false;
}
