import type { SandboxState } from './sandbox-state';

/** When the events of a run come: after its redirect, before it, long after it, each of them twice, or never. */
export type WebhookTiming = 'after' | 'early' | 'late' | 'twice' | 'off';

/** At most a minute. */
export const maxWebhookPauseMs = 60_000;

/** How events reach the partner's server. */
export type WebhookSettings = {
  /** The partner's configured `webhook_url`. */
  webhookUrl: string | null;
  /** When the events of a run come. */
  webhooks: WebhookTiming;
  /** Whether a channel goes on to `live` by itself, or when a person presses the button of its next step. */
  channelLife: 'by-itself' | 'by-hand';
  /**
   * Milliseconds between two steps of a channel, and before an event that was refused is sent again; that
   * pause doubles each time. At most 60,000.
   */
  webhookPauseMs: number;
};

/** One delivery of an event, and what came of it. */
export type WebhookAttempt = {
  /** In ms since 1970. */
  atMs: number;
  /** The partner's webhook URL at that time. */
  url: string | null;
  /** `not_called` where no address of this machine is set. */
  outcome: 'accepted' | 'refused' | 'not_called';
  /** What was answered, or why nothing was, for people. */
  answer: string;
};

/** An event that was sent to a partner's server, and how often. */
export type SentWebhook = {
  /** The envelope's ID: the same in each delivery. */
  id: string;
  partnerId: string;
  event: string;
  /** The ID of the channel or the client; `null` for a test. */
  about: string | null;
  /** The body, as it is signed. */
  body: string;
  attempts: WebhookAttempt[];
  /** When it is sent again, in ms since 1970; `null` when it is not. */
  nextAttemptMs: number | null;
};

/** So many are kept; the oldest go first. */
const maxWebhooks = 100;

/** Keeps an event, for the page that shows it. */
export function rememberWebhook(state: SandboxState, webhook: SentWebhook): void {
  state.webhooks.set(webhook.id, webhook);
  const oldest = state.webhooks.keys().next().value!;
  if (state.webhooks.size > maxWebhooks) state.webhooks.delete(oldest);
}

/** Of each event, so many deliveries; a person can ask for any number. */
const maxAttempts = 20;

/** Keeps what came of a delivery. */
export function rememberAttempt(webhook: SentWebhook, attempt: WebhookAttempt): void {
  webhook.attempts.push(attempt);
  if (webhook.attempts.length > maxAttempts) webhook.attempts.shift();
}

/** Whether the partner's server has answered 2xx to it. */
export const isAccepted = ({ attempts }: SentWebhook): boolean =>
  attempts.some(({ outcome }) => outcome === 'accepted');
