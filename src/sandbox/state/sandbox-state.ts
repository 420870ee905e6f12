/** Who pays 360dialog: the partner for all its clients, or each client directly. */
export type Payment = 'partner' | 'direct';

/** What a run takes from its partner and from the scenario; fixed when the run starts. */
export type RunSettings = {
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
  RunSettings,
  'payment' | 'ioSignature' | 'redirectUrl'
>;

/** One WhatsApp number of a client; `phoneNumber` is digits only, with country code. */
export type Channel = { id: string; phoneNumber: string };

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
  channels: Channel[];
};

/** The hub's query parameters that the sandbox reads; absent and empty ones are `undefined`. */
export type RunQuery = {
  email?: string;
  name?: string;
  /** Digits only. */
  number?: string;
  /** Still percent-encoded, because it has to come back byte for byte. */
  encodedState?: string;
  redirectUrl?: string;
  next?: 'login' | 'signup';
  partner?: string;
  plan?: string;
  lang?: string;
  ioSignature?: string;
  ioTimestamp?: string;
};

/** One visit of the hub, from the button's click to the redirect. */
export type Run = {
  id: string;
  partner: Partner;
  query: RunQuery;
  settings: RunSettings;
  redirectUrl: string;
  /** The partner's permitted channels when the run began; `revoked` is told from it. */
  permittedBefore: ReadonlySet<string>;
};

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
  scenarios: Map<string, Partial<RunSettings>>;
};

/** The partners that are there from the start. */
export const demoPartners: readonly Partner[] = [
  {
    id: 'aAbBcCPA',
    name: 'Bluebird Software',
    payment: 'partner',
    ioSignature: 'off',
    redirectUrl: null,
  },
  {
    id: 'dDeEfFPA',
    name: 'Bluebird Direct',
    payment: 'direct',
    ioSignature: 'off',
    redirectUrl: null,
  },
  {
    id: 'sSiIgGPA',
    name: 'Bluebird Signed',
    payment: 'partner',
    ioSignature: 'required',
    redirectUrl: null,
  },
];

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
  };
  resetSandboxState(state);
  return state;
}

/** Forgets everything but the demo partners. */
export function resetSandboxState(state: SandboxState): void {
  for (const collection of Object.values(state)) collection.clear();
  for (const partner of demoPartners) state.partners.set(partner.id, { ...partner });
}

/** Tells a well-formed partner ID. */
export const isPartnerId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]+$/.test(value);

/** The partner with this ID; an unknown one comes into being with its first use. */
export function partnerOf(state: SandboxState, id: string): Partner {
  const known = state.partners.get(id);
  if (known) return known;
  const partner: Partner = {
    id,
    name: `Partner ${id}`,
    payment: 'partner',
    ioSignature: 'off',
    redirectUrl: null,
  };
  state.partners.set(id, partner);
  return partner;
}

/** The client who signed up with this e-mail. */
export function clientOfEmail(state: SandboxState, email: string): Client | undefined {
  return [...state.clients.values()].find((client) => client.email === email.toLowerCase());
}

/** Signs a new client up. */
export function addClient(state: SandboxState, name: string, email: string): Client {
  const client: Client = {
    id: randomId(8, 'CL'),
    name,
    email: email.toLowerCase(),
    plan: null,
    partnerPayload: null,
    channels: [],
  };
  state.clients.set(client.id, client);
  return client;
}

/** Registers a number for a client, once. */
export function addChannel(client: Client, phoneNumber: string): void {
  if (client.channels.some((channel) => channel.phoneNumber === phoneNumber)) return;
  client.channels.push({ id: randomId(6, 'CH'), phoneNumber });
}

/** The IDs of the channels that a partner may use. Change it to permit or revoke. */
export function permittedChannels(state: SandboxState, partnerId: string): Set<string> {
  const known = state.permissions.get(partnerId);
  if (known) return known;
  const permitted = new Set<string>();
  state.permissions.set(partnerId, permitted);
  return permitted;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const randomId = (length: number, suffix: string) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => alphabet[byte % 62]).join(
    '',
  ) + suffix;
