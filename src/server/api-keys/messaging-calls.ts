import ky, { HTTPError } from 'ky';
import { readDeveloperMessage } from '../partner-api/developer-message';
import type { WantedWebhook } from './messaging-webhook';
import type { StoredApiKey } from './stored-api-key';

/** What the messaging API says. Its text holds no key and no header. */
export type MessagingAnswer =
  | { outcome: 'done'; webhookUrl: string | null }
  /** The key is not valid any more (401). */
  | { outcome: 'revoked' }
  /** Anything else: a failure, a refusal, no answer. */
  | { outcome: 'failed'; status: number; developerMessage: string };

/** Calls of the messaging API that may be repeated. They resolve also where they have failed. */
export type MessagingCalls = {
  /** `GET /v1/configs/webhook`: also the cheap check of a key (docs.360dialog.com). */
  readWebhook(key: StoredApiKey): Promise<MessagingAnswer>;
  /** `POST /v1/configs/webhook`. */
  setWebhook(key: StoredApiKey, webhook: WantedWebhook): Promise<MessagingAnswer>;
};

/** Makes them. Each is tried three times, for ten seconds. */
export function createMessagingCalls(
  fetch: (request: Request) => Promise<Response> = (request) => globalThis.fetch(request),
): MessagingCalls {
  const client = ky.create({
    timeout: 10_000,
    // The key would follow a redirect to another place.
    redirect: 'manual',
    retry: {
      limit: 2,
      methods: ['get', 'post'],
      statusCodes: [408, 429, 500, 502, 503, 504],
      retryOnTimeout: true,
      delay: (attempt) => 500 * 2 ** (attempt - 1),
      maxRetryAfter: 10_000,
    },
    fetch: (input) => fetch(input as Request),
  });
  const call = async (
    key: StoredApiKey,
    method: 'get' | 'post',
    webhook?: WantedWebhook,
  ): Promise<MessagingAnswer> => {
    const secrets = [key.apiKey, ...Object.values(webhook?.body.headers ?? {})];
    try {
      const response = await client(`${key.address}/v1/configs/webhook`, {
        method,
        headers: { 'D360-API-KEY': key.apiKey, Accept: 'application/json' },
        ...(webhook && { json: webhook.body }),
      });
      return { outcome: 'done', webhookUrl: urlOf(await response.text()) };
    } catch (error) {
      return failureOf(error, secrets);
    }
  };
  return {
    readWebhook: (key) => call(key, 'get'),
    setWebhook: (key, webhook) => call(key, 'post', webhook),
  };
}

async function failureOf(error: unknown, secrets: string[]): Promise<MessagingAnswer> {
  if (!(error instanceof HTTPError)) return { outcome: 'failed', status: 0, developerMessage: '' };
  const { response } = error;
  if (response.status === 401) return { outcome: 'revoked' };
  const text = await response.text().catch(() => '');
  const developerMessage = readDeveloperMessage(text, secrets);
  return { outcome: 'failed', status: response.status, developerMessage };
}

function urlOf(text: string): string | null {
  try {
    const { url } = Object(JSON.parse(text)) as { url?: unknown };
    return typeof url === 'string' ? url : null;
  } catch {
    return null;
  }
}
