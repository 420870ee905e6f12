import { type WatchedWork, watched, watchWork } from '../events/watch-work';
import type { SubmittedNumber } from '../partner-api/new-items';
import type { Dialog360Id, MetaId } from '../partner-api/types';
import type { Lease } from '../states/states';
import { ConnectNumberError } from './connect-number-error';
import { type ConnectNumberOptions, readConnectOptions } from './connect-options';
import { type NumberMemory, withNumber } from './number-memory';

/** A number that 360dialog has been told of. */
export type ConnectedNumber<Exchanged = unknown> = {
  /** The client at 360dialog. */
  clientId: Dialog360Id;
  /** Meta's ID of its WhatsApp Business Account. */
  metaWabaId: MetaId;
  /** Meta's ID of the number; `null` where Meta did not say. */
  metaPhoneNumberId: MetaId | null;
  /**
   * The command in 360dialog's queue; a webhook tells of the channel. `null` where a call before this one was
   * killed while it submitted, and the channel is there already.
   */
  command: Pick<SubmittedNumber, 'id' | 'status' | 'expiresAt'> | null;
  /** The channel, where it is there already. */
  channelId: Dialog360Id | null;
  /** Whether an earlier call had handed it in. */
  isRepeat: boolean;
  /** What `exchange` gave; `null` without a code, after a failure, and in a repeat. */
  exchanged: Exchanged | null;
  /** Why `exchange` failed, if it did. */
  exchangeError: unknown;
  /** Names the run; `null` without `states`. */
  runId: string | null;
};

type Job<Exchanged> = ReturnType<typeof readConnectOptions<Exchanged>>;

/**
 * The server's half of a self-hosted Embedded Signup: finds or creates the client, has Meta's code exchanged
 * if you want that, and hands the number in. Call it as often as you like with the same signup, from as many
 * processes: the number is handed in once. Where a call fails or is killed, the next one goes on from there.
 *
 * The channel is not there yet when it resolves: a webhook (`channel_created` and what follows) tells of it,
 * and `ensureApiKey` makes its key. Facts: `docs.360dialog.com/partner`, "Partner-hosted Embedded Signup".
 *
 * @throws ConnectNumberError (as a rejection): see its codes
 * @throws ResultError (as a rejection) where the `state` is not of a run of this user
 * @throws PartnerApiError, StateBusyError (as a rejection): call again later
 * @throws TypeError (as a rejection) for an option that cannot be right
 *
 * @example
 * const { clientId } = await connectNumber({
 *   api,
 *   store,
 *   signup: await request.json(),
 *   client: { name: tenant.name, email: tenant.email },
 *   solutionId: process.env.D360_SOLUTION_ID,
 * });
 */
export async function connectNumber<Exchanged = unknown>(
  options: ConnectNumberOptions<Exchanged>,
): Promise<ConnectedNumber<Exchanged>> {
  const job = readConnectOptions(options);
  const work = watchWork(job.onEvent, 'number');
  return watched(work, { partnerId: job.api.partnerId }, async () => {
    const lease = job.states ? await job.states.lease(job.state, job.user!) : null;
    try {
      if (lease) work.note({ runId: lease.runId });
      const connected = await connect(job, lease, work);
      await lease?.take();
      return connected;
    } catch (error) {
      await lease?.release().catch(() => {});
      throw error;
    }
  });
}

async function connect<Exchanged>(
  job: Job<Exchanged>,
  lease: Lease | null,
  work: WatchedWork,
): Promise<ConnectedNumber<Exchanged>> {
  const { api, store, client, signup } = job;
  const { metaWabaId, metaPhoneNumberId } = signup;
  // The client is in it: a browser that sends another client's IDs must not learn whose they are.
  const whose = 'id' in client ? client.id : client.email.toLowerCase();
  const name = JSON.stringify([api.partnerId, whose, metaWabaId, metaPhoneNumberId]);
  const shared = { metaWabaId, metaPhoneNumberId, runId: lease?.runId ?? null };
  return withNumber(store, name, async (memory) => {
    const before = await memory.read();
    if (before?.phase === 'submitted') {
      const { clientId, command, channelId } = before;
      work.note({ clientId });
      const nothing = { exchanged: null, exchangeError: undefined };
      return { ...shared, ...nothing, clientId, command, channelId, isRepeat: true };
    }
    const exchanging = exchangeAtOnce(job);
    const { clientId, isNew } = await clientOf(job, lease, memory.signal);
    work.note({ clientId });
    const handedIn = await handIn(job, { clientId, isNew, memory, before });
    return { ...shared, ...(await exchanging), ...handedIn, clientId, isRepeat: false };
  });
}

/** Never rejects: 360dialog needs no code. */
async function exchangeAtOnce<Exchanged>({ exchange, signup }: Job<Exchanged>) {
  const nothing = { exchanged: null, exchangeError: undefined };
  if (!exchange || signup.code === null) return nothing;
  try {
    return { exchanged: await exchange(signup.code), exchangeError: undefined };
  } catch (exchangeError) {
    return { ...nothing, exchangeError };
  }
}

async function clientOf<Exchanged>(
  { api, client }: Job<Exchanged>,
  lease: Lease | null,
  signal: AbortSignal,
): Promise<{ clientId: Dialog360Id; isNew: boolean }> {
  const expected = lease?.expect?.client;
  const { id, isNew } =
    'id' in client ? { id: client.id, isNew: false } : await api.ensureClient(client, { signal });
  if (expected !== undefined && expected !== id) throw new ConnectNumberError('other_client');
  return { clientId: id, isNew };
}

type HandIn = {
  clientId: Dialog360Id;
  isNew: boolean;
  memory: NumberMemory;
  before: { channelsBefore: string[] } | null;
};

/** Submits the number, unless the channel shows that a call before this one has. */
async function handIn<Exchanged>(
  job: Job<Exchanged>,
  { clientId, isNew, memory, before }: HandIn,
): Promise<Pick<ConnectedNumber, 'command' | 'channelId'>> {
  const { api, solutionId, tier, signup } = job;
  const { signal } = memory;
  const channels = isNew ? [] : await channelsOf(job, clientId, signal);
  // Nobody knows whether the call before has submitted it: a channel that is new since then says yes.
  const channelId = before && channels.find((id) => !before.channelsBefore.includes(id));
  if (channelId) {
    await memory.write({ phase: 'submitted', clientId, command: null, channelId });
    return { command: null, channelId };
  }
  if (!before) await memory.write({ phase: 'begun', channelsBefore: channels });
  const number = {
    solutionId,
    clientId,
    metaWabaId: signup.metaWabaId,
    ...(signup.metaPhoneNumberId !== null && { metaPhoneNumberId: signup.metaPhoneNumberId }),
    ...(signup.metaBusinessId !== null && { metaBusinessId: signup.metaBusinessId }),
    ...(tier && { tier }),
  };
  const { id, status, expiresAt } = await api.submitNumber(number, { signal });
  const command = { id, status, expiresAt };
  await memory.write({ phase: 'submitted', clientId, command, channelId: null });
  return { command, channelId: null };
}

/** The IDs of the client's channels in this account. */
async function channelsOf<Exchanged>(
  { api, signup }: Job<Exchanged>,
  clientId: Dialog360Id,
  signal: AbortSignal,
): Promise<Dialog360Id[]> {
  const ids: Dialog360Id[] = [];
  for await (const channel of api.listChannels({ filters: { clientId } }, { signal })) {
    if (channel.waba.metaId === signup.metaWabaId) ids.push(channel.id);
  }
  return ids;
}
