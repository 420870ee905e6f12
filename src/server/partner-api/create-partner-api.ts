import { createCall } from './create-call';
import { createEnsureClient } from './ensure-client';
import type { PartnerApi } from './partner-api';
import { type PartnerApiOptions, readPartnerApiOptions } from './partner-api-options';
import { createReadCalls } from './read-calls';
import { sharedLimiter } from './shared-limiter';
import { createWriteCalls } from './write-calls';

/**
 * Makes a client of 360dialog's Partner API for one partner account. It keeps to 360dialog's limit,
 * waits where 360dialog says so, and repeats only what is safe to repeat.
 *
 * The object holds no secret that could be printed. Calls go to 360dialog's documented addresses
 * (`docs.360dialog.com/partner`), and IDs are checked, so that none leads to another resource.
 *
 * @throws TypeError for an option that cannot be right
 *
 * @example
 * const api = createPartnerApi({
 *   partnerId: process.env.D360_PARTNER_ID,
 *   apiKey: process.env.D360_PARTNER_API_KEY,
 *   limiter: createLimiter({ store: redisStore(redis) }), // with more than one process
 * });
 * for await (const channel of api.listChannels({ filters: { clientId: 'oaY9LLfUCL' } })) {
 *   channel.waba.metaId; // Meta's, and never 360dialog's
 * }
 */
export function createPartnerApi(options: PartnerApiOptions): PartnerApi {
  const { partnerId, limiter, baseUrl, ...connection } = readPartnerApiOptions(options);
  const call = createCall({
    ...connection,
    partnerId,
    baseUrl,
    limiter: limiter ?? sharedLimiter(`${baseUrl}/${partnerId}`),
  });
  const account = `partners/${partnerId}`;
  const reads = createReadCalls(call, account);
  const { sendUrls, ...writes } = createWriteCalls(call, account);
  return {
    partnerId,
    ...reads,
    ...writes,
    async setUrls(urls, options) {
      await sendUrls(urls, options);
      return reads.getPartner(options);
    },
    ensureClient: createEnsureClient({ ...reads, ...writes }),
  };
}
