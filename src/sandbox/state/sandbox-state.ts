import type { SignupSettings } from '../facebook/planned-signup';
import type { ChannelKey } from './channel-keys';
import type { ChannelLife } from './channel-life';
import { demoPartners } from './partners';
import type { AnswerSettings } from './run-ending';
import type { SentWebhook, WebhookSettings } from './sent-webhooks';

/** Who pays 360dialog: the partner for all its clients, or each client directly. */
type Payment = 'partner' | 'direct';

/** What a run takes from its partner and from the scenario; fixed when the run starts. */
export type RunSettings = AnswerSettings & {
  payment: Payment;
  /** Whether a run must bring an IO Signature. */
  ioSignature: 'required' | 'off';
  /** The partner's configured `partner_redirect_url`. */
  redirectUrl: string | null;
  /** The Cross-Origin-Opener-Policy of this run's pages. */
  coop: string | null;
};

/** The company that embeds the button. */
export type Partner = { id: string; name: string } & Pick<
  RunSettings & WebhookSettings,
  'payment' | 'ioSignature' | 'redirectUrl' | 'webhookUrl'
>;

/** How a call of the Partner API fails: before it did its work, or after. */
export type PartnerApiFault = '429' | '500' | '500-after';

/** How the Partner API behaves. */
type PartnerApiSettings = {
  /** How many calls a partner may make in how many seconds; `null` is any number. */
  rateLimit: { requests: number; seconds: number } | null;
  /** How the next calls fail, one each, in this order. */
  partnerApiFaults: PartnerApiFault[];
};

/** Everything that a scenario sets for a partner. */
export type PartnerSettings = RunSettings & PartnerApiSettings & WebhookSettings & SignupSettings;

/** One WhatsApp number of a client. */
export type Channel = {
  id: string;
  /** Digits only, with country code. */
  phoneNumber: string;
  /** There where the partner has handed the number in. */
  metaWabaId?: string;
  /** Where it is on its way. Without it, at the end. */
  life?: ChannelLife;
};

/** The partner's customer. */
export type Client = {
  id: string;
  name: string;
  /** Lower case: it finds the client at the next login. */
  email: string;
  /** Chosen on the price page; `null` while the client has not paid. */
  plan: string | null;
  /** The hub's `partner` parameter, as last sent. */
  partnerPayload: string | null;
  /** The partners whose hub the client has visited, or who created it. */
  partnerIds: Set<string>;
  /** The partners that were told by `client_created`. */
  announcedTo: Set<string>;
  channels: Channel[];
};

/** The hub's query parameters that the sandbox reads; absent and empty ones are `undefined`. */
export type RunQuery = {
  email?: string | undefined;
  name?: string | undefined;
  /** Digits only. */
  number?: string | undefined;
  /** Still percent-encoded, because it has to come back byte for byte. */
  encodedState?: string | undefined;
  redirectUrl?: string | undefined;
  next?: 'login' | 'signup' | undefined;
  partner?: string | undefined;
  plan?: string | undefined;
  lang?: string | undefined;
  ioSignature?: string | undefined;
  ioTimestamp?: string | undefined;
};

/** One visit of the hub, from the button's click to the redirect. */
export type Run = {
  id: string;
  partner: Partner;
  query: RunQuery;
  settings: RunSettings;
  redirectUrl: string;
  /**
   * Whether a channel was permitted before the client decided about it in this run, by its ID;
   * `revoked` is told from it.
   */
  permittedBefore: Map<string, boolean>;
};

/** A message that was sent by a channel's API key. */
type SentMessage = { id: string; channelId: string; sentAt: string; body: object };

/** Everything the sandbox remembers. It lives in memory and ends with the process. */
export type SandboxState = {
  /** By partner ID. */
  partners: Map<string, Partner>;
  /** By client ID. */
  clients: Map<string, Client>;
  /** Session ID → client ID. */
  sessions: Map<string, string>;
  /** By run ID. */
  runs: Map<string, Run>;
  /** IO Signatures that have started a run; none starts another. */
  spentSignatures: Set<string>;
  /** Partner ID → IDs of the channels it may use. */
  permissions: Map<string, Set<string>>;
  /** Partner ID, or `*` for every partner → what its next runs do differently. */
  scenarios: Map<string, Partial<PartnerSettings>>;
  /** Channel ID → its API key. */
  channelKeys: Map<string, ChannelKey>;
  /** By message ID, the newest last. */
  messages: Map<string, SentMessage>;
  /** By the ID of the event, the newest last. */
  webhooks: Map<string, SentWebhook>;
  /** Partner ID → when it called the Partner API lately, in ms of a clock that only goes forward. */
  partnerApiCalls: Map<string, number[]>;
};

/** A fresh memory with the demo partners in it. */
export function createSandboxState(): SandboxState {
  const state: SandboxState = {
    partners: new Map(),
    clients: new Map(),
    sessions: new Map(),
    runs: new Map(),
    spentSignatures: new Set(),
    permissions: new Map(),
    scenarios: new Map(),
    channelKeys: new Map(),
    messages: new Map(),
    webhooks: new Map(),
    partnerApiCalls: new Map(),
  };
  resetSandboxState(state);
  return state;
}

/** Forgets everything but the demo partners. */
export function resetSandboxState(state: SandboxState): void {
  for (const collection of Object.values(state)) collection.clear();
  for (const partner of demoPartners) state.partners.set(partner.id, { ...partner });
}
