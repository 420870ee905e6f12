import type { WireWebhook } from '../../server/webhooks/parse-webhook-event';
import { webhookSettingsOf } from '../scenario/scenario';
import { partnerOf } from '../state/partners';
import type { SandboxState } from '../state/sandbox-state';
import {
  isAccepted,
  rememberAttempt,
  rememberWebhook,
  type SentWebhook,
} from '../state/sent-webhooks';
import type { Background } from './background';
import { postWebhook } from './post-webhook';

/** What happened, without the ID that each event gets. */
export type WebhookNews = Omit<WireWebhook, 'id'>;

/** Delivers events to partners' servers. */
export type WebhookSender = {
  /**
   * Sends an event: twice, or not at all, where the scenario says so. Resolves once the first answer is
   * there; an event that was refused is sent again in the background.
   */
  send(partnerId: string, news: WebhookNews): Promise<void>;
  /** Sends an event once, whatever the scenario says. */
  sendTest(partnerId: string, news: WebhookNews): Promise<void>;
  /** Delivers an event once more, to the webhook URL that is set now. */
  sendAgain(webhook: SentWebhook): Promise<void>;
};

/** After the first time. How often 360dialog does it, nobody documents. */
const maxRepetitions = 5;

/** Makes the sender of one sandbox. */
export function createSender(state: SandboxState, background: Background): WebhookSender {
  const settingsOf = (partnerId: string) => webhookSettingsOf(state, partnerOf(state, partnerId));

  async function attempt(webhook: SentWebhook): Promise<void> {
    const { webhookUrl } = settingsOf(webhook.partnerId);
    const atMs = Date.now();
    const answer = await postWebhook(webhookUrl, webhook.body, background.end);
    rememberAttempt(webhook, { atMs, url: webhookUrl, ...answer });
  }

  async function repeatUntilAccepted(webhook: SentWebhook): Promise<void> {
    const { webhookPauseMs } = settingsOf(webhook.partnerId);
    const isOpen = () => state.webhooks.get(webhook.id) === webhook && !isAccepted(webhook);
    for (let repetition = 0; repetition < maxRepetitions && isOpen(); repetition += 1) {
      const pauseMs = webhookPauseMs * 2 ** repetition;
      webhook.nextAttemptMs = Date.now() + pauseMs;
      await background.pause(pauseMs);
      // Meanwhile somebody may have sent it by hand, or reset the sandbox.
      if (isOpen()) await attempt(webhook);
    }
    webhook.nextAttemptMs = null;
  }

  async function deliver(partnerId: string, news: WebhookNews, copies: number): Promise<void> {
    const wire: WireWebhook = { id: crypto.randomUUID(), ...news };
    const webhook: SentWebhook = {
      id: wire.id,
      partnerId,
      event: wire.event,
      about: wire.data.id ?? wire.data.client?.id ?? null,
      body: JSON.stringify(wire),
      attempts: [],
      nextAttemptMs: null,
    };
    rememberWebhook(state, webhook);
    for (let copy = 0; copy < copies; copy += 1) await attempt(webhook);
    if (webhook.attempts.at(-1)?.outcome === 'refused') {
      background.run(() => repeatUntilAccepted(webhook));
    }
  }

  return {
    async send(partnerId, news) {
      const { webhooks } = settingsOf(partnerId);
      if (webhooks !== 'off') await deliver(partnerId, news, webhooks === 'twice' ? 2 : 1);
    },
    sendTest: (partnerId, news) => deliver(partnerId, news, 1),
    sendAgain: attempt,
  };
}
