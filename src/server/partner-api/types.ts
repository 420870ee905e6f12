/** An ID that 360dialog gave. The compiler takes none of Meta's for it; a plain text is taken as it is. */
export type Dialog360Id = string & {
  /** For the compiler alone: it is never there. */
  readonly givenBy?: '360dialog';
};

/** An ID that Meta gave: digits. The compiler takes none of 360dialog's for it; a plain text is taken. */
export type MetaId = string & {
  /** For the compiler alone: it is never there. */
  readonly givenBy?: 'Meta';
};

/** An answer as it came, with all that the library does not read. */
export type RawAnswer = Record<string, unknown>;

/** How a single call is made. */
export type CallOptions = {
  /** Gives the call up, also while it waits for its turn. It then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
};

/** Your partner account. */
export type Partner = {
  /** Your partner ID. */
  id: Dialog360Id;
  /** What clients see you called. */
  brandName: string | null;
  /** Where 360dialog sends its webhooks. */
  webhookUrl: string | null;
  /** Where the hub sends clients at the end. */
  redirectUrl: string | null;
  /** The country of your company. */
  country: string | null;
  /** The answer as it came. */
  raw: RawAnswer;
};

/** A client of yours. */
export type PartnerClient = {
  /** Its ID, as in the redirect. */
  id: Dialog360Id;
  /** Its name. */
  name: string | null;
  /** 360dialog's word for its state. */
  status: string | null;
  /** The e-mail that it signed up with, or that you created it with. */
  email: string | null;
  /** What the hub's parameter `partner` said. */
  partnerPayload: string | null;
  /** The answer as it came. */
  raw: RawAnswer;
};

/** A WhatsApp number of a client. */
export type PartnerChannel = {
  /** Its ID, as in the redirect. */
  id: Dialog360Id;
  /** Whose it is. */
  clientId: Dialog360Id | null;
  /** 360dialog's word for its state, like `running`. */
  status: string | null;
  /** The number as 360dialog writes it. */
  phoneNumber: string | null;
  /** The name that its recipients see. */
  displayName: string | null;
  /** Its WhatsApp Business Account, which has two IDs. */
  waba: {
    /** 360dialog's own: templates and flows take it. */
    dialog360Id: Dialog360Id | null;
    /** Meta's: `submitNumber` takes it. */
    metaId: MetaId | null;
  };
  /** The answer as it came. */
  raw: RawAnswer;
};

/** A number of a client that you may use. */
export type ChannelPermission = {
  /** The channel, where the answer names it. */
  channelId: Dialog360Id | null;
  /** The number in digits, where the answer names it. */
  phoneNumber: string | null;
  /** Whether you may use it: only an answer that says no makes it `false`. */
  isPermitted: boolean;
  /** The entry as it came; a bare ID is `{ value }`. */
  raw: RawAnswer;
};

/**
 * A new API key of a channel. `apiKey` is there when you ask for it by name, and nowhere else:
 * `console.log`, `JSON.stringify` and a spread leave it out.
 */
export type ChannelApiKey = {
  /** The key's ID. */
  id: Dialog360Id | null;
  /** The ID of the app that it belongs to. */
  appId: Dialog360Id | null;
  /** Where the messaging API of this channel is; the documented one where the answer has none. */
  address: string;
  /** The secret, for the header `D360-API-KEY`. Shown this once: store it before any other call. */
  readonly apiKey: string;
  /** The answer as it came, without the key. */
  raw: RawAnswer;
};
