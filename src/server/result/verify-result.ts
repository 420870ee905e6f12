import type { OnEvent } from '../events/server-event';
import { type WatchedWork, watched, watchWork } from '../events/watch-work';
import type { PartnerApi } from '../partner-api/partner-api';
import { ResultError } from '../states/result-error';
import type { Run } from '../states/run';
import type { States } from '../states/states';
import { type ChannelProof, channelsOfClient, type OwnChannel } from './channels-of-client';
import { checkExpected } from './check-expected';
import { checkResultOptions } from './check-result-options';
import { permissionsOfClient } from './permissions-of-client';
import { type ReadResult, readResult } from './read-result';

/** With what a result is checked. */
export type VerifyResultOptions = {
  /** Your ID of who is logged in: from your session, never from the request's body. */
  user: string | number;
  /** What minted the run's `state`. */
  states: Pick<States, 'lease'>;
  /** The Partner API of your account. This, or `apis`. */
  api?: PartnerApi | undefined;
  /** Those of all your accounts; the run's `partnerId` picks one. */
  apis?: readonly PartnerApi[] | undefined;
  /**
   * Verified webhooks about channels, as you have stored them. Where they prove every channel of the result,
   * the Partner API is not asked for them.
   */
  events?: readonly ChannelProof[] | undefined;
  /** For your log or traces: what came of the check, in public words. */
  onEvent?: OnEvent | undefined;
  /**
   * Stores what was verified, before the `state` is used up: where it fails, or its process is killed, the
   * result can be sent again. So it may run twice for one result.
   */
  onVerified?: ((verified: VerifiedResult) => void | Promise<void>) | undefined;
};

/** A channel that really is the client's. */
export type VerifiedChannel = {
  /** Its ID. */
  id: string;
  /** 360dialog's word for its state, like `running`; `null` where a webhook proved it, or none is known. */
  status: string | null;
  /** The number as 360dialog writes it; `null` as above. */
  phoneNumber: string | null;
  /** Whether you may make an API key for it; `null` where 360dialog does not say. */
  permitted: boolean | null;
};

/** A result that really is this partner's, and of this user's run. */
export type VerifiedResult = {
  /** The client. */
  client: string;
  /** The channels that were permitted in this run. */
  channels: VerifiedChannel[];
  /** Those whose permission was taken away; only this client's. */
  revokedChannels: string[];
  /** Whether the run was begun for a certain client, channel or number (`expect`). */
  intent: 'connect' | 'reconnect';
  /** Names the run, in the browser as in your logs. */
  runId: string;
  /** Of which of your partner accounts it is. */
  partnerId: string;
};

/**
 * Checks a result that a browser sent, before anything of it is stored: that its `state` is of a run of
 * this very user, that the client is this partner's and the channels are the client's, and that a reconnect
 * came back with what it was begun for. Costs two or three calls of the Partner API.
 *
 * The `state` is held meanwhile, and used up at the end only: after an outage of the API, a 429 or a kill, the
 * same result can be sent again.
 *
 * @throws ResultError (as a rejection) with a `code`: answer 403 and store nothing
 * @throws PartnerApiError, StateBusyError (as a rejection): nobody knows yet; answer 503
 * @throws TypeError (as a rejection) for an option that cannot be right
 *
 * @example
 * const verified = await verifyResult(await request.json(), { user: session.userId, states, api });
 * await saveChannels(session.userId, verified.client, verified.channels);
 */
export async function verifyResult(
  result: unknown,
  options: VerifyResultOptions,
): Promise<VerifiedResult> {
  checkResultOptions(options);
  const work = watchWork(options.onEvent, 'result');
  return watched(work, {}, async () => verify(readResult(result), options, work));
}

async function verify(
  read: ReadResult,
  options: VerifyResultOptions,
  { note }: WatchedWork,
): Promise<VerifiedResult> {
  const { user, states, events = [], onVerified } = options;
  const lease = await states.lease(read.state, user);
  note({ runId: lease.runId });
  try {
    const api = apiOf(options, lease);
    note({ partnerId: api.partnerId });
    // A webhook does not prove which number a channel has.
    const proofs = lease.expect?.number === undefined ? events : [];
    const own = await channelsOfClient(api, read, proofs);
    note({ clientId: read.client });
    const permitted = ownOnly(own, read.channels);
    checkExpected(lease.expect, read, permitted);
    const isPermitted = await permissionsOfClient(api, read.client);
    const verified: VerifiedResult = {
      client: read.client,
      channels: permitted.map((channel) => ({
        id: channel.id,
        status: channel.details?.status ?? null,
        phoneNumber: channel.details?.phoneNumber ?? null,
        permitted: isPermitted(channel),
      })),
      revokedChannels: read.revokedChannels.filter((id) =>
        own.some((channel) => channel.id === id),
      ),
      intent: lease.expect ? 'reconnect' : 'connect',
      runId: lease.runId,
      partnerId: api.partnerId,
    };
    if (verified.channels.some((channel) => channel.permitted === false)) {
      throw new ResultError('not_permitted');
    }
    await onVerified?.(verified);
    await lease.take();
    return verified;
  } catch (error) {
    // A lease that cannot be given back runs out.
    await lease.release().catch(() => {});
    throw error;
  }
}

/** @throws TypeError where none is the run's */
function apiOf(
  { api, apis = api ? [api] : [] }: VerifyResultOptions,
  { partnerId }: Run,
): PartnerApi {
  const found =
    partnerId === undefined ? apis[0] : apis.find((each) => each.partnerId === partnerId);
  if (found && (partnerId !== undefined || apis.length === 1)) return found;
  throw new TypeError(
    'api must be that of the run’s partner; with several in apis, mint with { partnerId }.',
  );
}

/** @throws ResultError `channel_foreign` */
function ownOnly(own: OwnChannel[], ids: string[]): OwnChannel[] {
  return ids.map((id) => {
    const channel = own.find((each) => each.id === id);
    if (channel) return channel;
    throw new ResultError('channel_foreign');
  });
}
