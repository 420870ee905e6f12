import { createHmac } from 'node:crypto';
import { isLocalHost } from '../../core/is-local-host';
import { sandboxPlatformSecret } from '../hub/spend-io-signature';
import type { WebhookAttempt } from '../state/sent-webhooks';

type Answer = Pick<WebhookAttempt, 'outcome' | 'answer'>;

const timeoutMs = 10_000;
const maxShownLength = 200;

/**
 * Delivers a body once, signed as 360dialog signs it. Only `http:` on this machine is called, and no redirect
 * is followed: whoever reaches the sandbox may set the address, must not reach others through it, and a real
 * server has no use for what is made up here and signed with a secret that everybody knows.
 *
 * @see https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation
 */
export async function postWebhook(
  url: string | null,
  body: string,
  end: AbortSignal,
): Promise<Answer> {
  if (url === null) return { outcome: 'not_called', answer: 'No webhook URL is set.' };
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' || !isLocalHost(hostname)) {
    return {
      outcome: 'not_called',
      answer: 'The sandbox calls http: addresses on localhost only.',
    };
  }
  const signature = createHmac('sha256', sandboxPlatformSecret).update(body).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'x-360dialog-signature': signature },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([end, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await readBeginning(response);
    const outcome = response.ok ? 'accepted' : 'refused';
    return { outcome, answer: `${response.status} ${text}`.trim() };
  } catch (error) {
    return { outcome: 'refused', answer: `No answer (${reasonOf(error)}).` };
  }
}

/** No more than people read: a server may send without end. */
async function readBeginning(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunk = await reader?.read();
  reader?.cancel().catch(() => {});
  return new TextDecoder().decode(chunk?.value).slice(0, maxShownLength);
}

/** Such as `ECONNREFUSED`, which `fetch` has beneath its error. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : name;
}
