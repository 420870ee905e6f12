import type { OnEvent } from '../events/server-event';
import { checkOnEvent } from '../events/watch-work';
import type { NewClient, NewNumber } from '../partner-api/new-items';
import type { PartnerApi } from '../partner-api/partner-api';
import type { Dialog360Id, MetaId } from '../partner-api/types';
import type { States } from '../states/states';
import { readStore, type Store } from '../store/store';
import { readSignup } from './read-signup';

/** Whose number it is, and where it goes. */
export type ConnectNumberOptions<Exchanged = unknown> = {
  /** The Partner API of your account: `createPartnerApi()`. */
  api: Pick<PartnerApi, 'partnerId' | 'ensureClient' | 'listChannels' | 'submitNumber'>;
  /** What the browser sent: the result of `./embedded-signup` as JSON. It is checked here. */
  signup: unknown;
  /** The client at 360dialog, or what to find or create it by. From your records, never from the browser. */
  client: NewClient | { id: Dialog360Id };
  /** The Solution that you share with 360dialog: 14 to 18 digits. */
  solutionId: MetaId | undefined;
  /** What the client's plan covers. @default 'regular', by 360dialog */
  tier?: NewNumber['tier'] | undefined;
  /** Remembers for 30 days what was handed in, for all your processes. */
  store: Store;
  /**
   * What to do with Meta's code, at once, because it lives for 30 seconds: `exchangeCode`, say. 360dialog
   * needs none of it, so that no failure of it stops the number. Store what it gives within it: a later step
   * may fail.
   */
  exchange?: ((code: string) => Promise<Exchanged>) | undefined;
  /** What minted the `state` of the run, before the launch. With it, `state` and `user` are needed. */
  states?: Pick<States, 'lease'> | undefined;
  /** The run's, from the browser. */
  state?: string | undefined;
  /** Your ID of who is logged in: from your session, never from the request's body. */
  user?: string | number | undefined;
  /** For your log or traces: what came of it, in public words. */
  onEvent?: OnEvent | undefined;
};

/** @throws TypeError that names the option, and never its value; ConnectNumberError for the signup */
export function readConnectOptions<Exchanged>(options: ConnectNumberOptions<Exchanged>) {
  const given = Object(options) as ConnectNumberOptions<Exchanged>;
  const { api, client, solutionId, tier, exchange, states, state, user, onEvent } = given;
  for (const call of ['ensureClient', 'listChannels', 'submitNumber'] as const) {
    if (typeof api?.[call] !== 'function') {
      throw new TypeError(`api must have ${call}, as that of createPartnerApi() does.`);
    }
  }
  const whose = Object(client) as { id?: unknown; email?: unknown };
  if (typeof whose.id !== 'string' && typeof whose.email !== 'string') {
    throw new TypeError('client must be { id }, or { name, email }.');
  }
  if (typeof solutionId !== 'string' || !/^\d{14,18}$/.test(solutionId)) {
    throw new TypeError('solutionId must be the ID of your Solution: 14 to 18 digits.');
  }
  if (exchange !== undefined && typeof exchange !== 'function') {
    throw new TypeError('exchange must be a function.');
  }
  if (states !== undefined && (typeof states?.lease !== 'function' || user === undefined)) {
    throw new TypeError('states must be createStates(), with the state and the user of the run.');
  }
  checkOnEvent(onEvent);
  const store = readStore(given.store);
  const signup = readSignup(given.signup);
  return { api, client, solutionId, tier, store, exchange, states, state, user, onEvent, signup };
}
