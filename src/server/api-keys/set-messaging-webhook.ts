import { ApiKeyError } from './api-key-error';
import type { MessagingAnswer, MessagingCalls } from './messaging-calls';
import { isSameAddress, type WantedWebhook } from './messaging-webhook';
import type { StoredApiKey } from './stored-api-key';

/**
 * Sets a key's messaging webhook, and reads it back: only what 360dialog says itself counts.
 *
 * @returns `false` where the key was revoked
 * @throws ApiKeyError `webhook_not_set` (as a rejection)
 */
export async function setMessagingWebhook(
  messaging: MessagingCalls,
  key: StoredApiKey,
  webhook: WantedWebhook,
): Promise<boolean> {
  const answer = await messaging.setWebhook(key, webhook);
  if (answer.outcome === 'revoked') return false;
  checkDone(answer);
  const readBack = await messaging.readWebhook(key);
  if (readBack.outcome === 'revoked') return false;
  const { webhookUrl } = checkDone(readBack);
  if (!isSameAddress(webhook.url, webhookUrl)) throw new ApiKeyError('webhook_not_set');
  return true;
}

type Answered = Exclude<MessagingAnswer, { outcome: 'revoked' }>;

function checkDone(answer: Answered) {
  if (answer.outcome === 'failed') throw new ApiKeyError('webhook_not_set', answer);
  return answer;
}
