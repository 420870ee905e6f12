/**
 * The events about a channel that 360dialog documents.
 *
 * @see https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup
 */
export type ChannelEventName =
  | 'channel_created'
  | 'channel_ready'
  | 'channel_running'
  | 'channel_live'
  | 'channel_status_running'
  | 'channel_permission_granted'
  | 'phone_number_quality_changed'
  | 'template_messaging_enabled'
  | 'template_messaging_disabled';

/** All events that 360dialog documents. Others may come. */
export type WebhookEventName = 'client_created' | ChannelEventName;

/** What every event has. */
type AnyEvent = {
  /** The envelope's ID: one event has one, however often it is delivered. `null` where there is none. */
  id: string | null;
  /** Whose secret signed it, where you gave `partners`; else `null`. */
  partnerId: string | null;
  /**
   * The whole body as it came, with what this library knows nothing of. It is signed by 360dialog, and its
   * shape is not checked.
   */
  body: Record<string, unknown>;
};

/** Something happened to a channel. */
export type ChannelEvent<Name extends ChannelEventName = ChannelEventName> = AnyEvent & {
  /** Tells it from the other kinds. */
  kind: 'channel';
  /** What happened. */
  event: Name;
  /** The channel, such as `y9MiLoCH`. */
  channelId: string;
  /** The client whose channel it is, such as `oaY9LLfUCL`. */
  clientId: string | null;
  /** The channel's status, such as `running`, as 360dialog words it. */
  status: string | null;
  /** The number of the channel, as 360dialog writes it. */
  phoneNumber: string | null;
  /** 360dialog's ID of the WhatsApp Business Account. */
  wabaAccountId: string | null;
  /** Meta's ID of the same account: digits beyond what a number can hold. */
  wabaExternalId: string | null;
};

/** A client signed up. */
export type ClientEvent = AnyEvent & {
  /** Tells it from the other kinds. */
  kind: 'client';
  /** What happened. */
  event: 'client_created';
  /** The client, such as `oaY9LLfUCL`. */
  clientId: string;
  /** The name of the client. */
  name: string | null;
  /** The e-mail address of the client. */
  email: string | null;
};

/** An event with a name that is not documented, or without the ID of what it is about. */
export type UnknownWebhookEvent = AnyEvent & {
  /** Tells it from the other kinds. */
  kind: 'unknown';
  /** What happened, in foreign words. */
  event: string;
  /** The channel, where one is named as in other events. */
  channelId: string | null;
  /** The client, where one is named as in other events. */
  clientId: string | null;
};

/** What `verifyWebhook` resolves to. `kind` tells which fields there are. */
export type WebhookEvent = ChannelEvent | ClientEvent | UnknownWebhookEvent;

/** The event with that name. */
export type WebhookEventOf<Name extends WebhookEventName> = Name extends ChannelEventName
  ? ChannelEvent<Name>
  : ClientEvent;

const channelEvents: Record<ChannelEventName, { isKeyable: boolean }> = {
  channel_created: { isKeyable: false },
  channel_ready: { isKeyable: false },
  channel_running: { isKeyable: true },
  channel_live: { isKeyable: true },
  channel_status_running: { isKeyable: true },
  channel_permission_granted: { isKeyable: true },
  phone_number_quality_changed: { isKeyable: false },
  template_messaging_enabled: { isKeyable: false },
  template_messaging_disabled: { isKeyable: false },
};

/** Tells the documented events about channels from other names. */
export const isChannelEventName = (name: string): name is ChannelEventName =>
  Object.hasOwn(channelEvents, name);

/** All documented events. */
export const webhookEventNames: readonly WebhookEventName[] = [
  'client_created',
  ...(Object.keys(channelEvents) as ChannelEventName[]),
];

/**
 * Whether an API key for the channel can be created now: the channel runs, is live, or the client has just
 * given the permission. Several of these events may come, in any order, so make sure that the key is made
 * once. A refusal by the Partner API is not final either: try again at the next of them.
 *
 * @example
 * if (isKeyable(event)) await createKeyOnce(event.channelId);
 */
export const isKeyable = (event: WebhookEvent): event is ChannelEvent =>
  // One that you have stored may be of another version of this library, or gone.
  event?.kind === 'channel' && channelEvents[event.event]?.isKeyable === true;
