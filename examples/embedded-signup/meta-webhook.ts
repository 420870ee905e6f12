import { createHmac, timingSafeEqual } from 'node:crypto';
import { knownAccounts, newAccounts } from './your-app';

const isFromMeta = (body: string, header: string | null): boolean => {
  const secret = process.env.META_APP_SECRET;
  if (!secret) throw new Error('META_APP_SECRET is missing.');
  const right = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(header ?? '');
  return given.length === right.length && timingSafeEqual(given, right);
};

type Change = { field?: string; value?: { event?: string; waba_info?: { waba_id?: unknown } } };

// Which of the two comes differs by how the client signed up.
const isSharing = (event = '') => ['PARTNER_ADDED', 'PARTNER_APP_INSTALLED'].includes(event);

/**
 * The webhook of your own Meta app, field `account_update`. Meta tells here of each account that a signup
 * shared with your app, also where the answer in the browser got lost; it does not tell who began it.
 */
export async function metaWebhook(request: Request): Promise<Response> {
  if (request.method === 'GET') return confirmAddress(new URL(request.url).searchParams);
  const body = await request.text();
  if (!isFromMeta(body, request.headers.get('x-hub-signature-256'))) {
    return new Response(null, { status: 401 });
  }
  const { entry } = JSON.parse(body) as { entry?: { changes?: Change[] }[] };
  for (const { field, value } of entry?.flatMap(({ changes }) => changes ?? []) ?? []) {
    if (field !== 'account_update' || !isSharing(value?.event)) continue;
    const wabaId = `${value?.waba_info?.waba_id ?? ''}`;
    if (wabaId && !knownAccounts.has(wabaId)) newAccounts.set(wabaId, Date.now());
  }
  return new Response();
}

/** Meta asks once whether the address is yours. */
function confirmAddress(query: URLSearchParams): Response {
  const isRight = query.get('hub.verify_token') === process.env.META_VERIFY_TOKEN;
  return isRight ? new Response(query.get('hub.challenge')) : new Response(null, { status: 403 });
}
