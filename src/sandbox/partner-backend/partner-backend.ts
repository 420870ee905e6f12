import { setTimeout as delay } from 'node:timers/promises';
import { Hono } from 'hono';
import { isPartnerId } from '../../core/partner-id';
import { createIoSigner } from '../../server/io-signature/create-io-signer';
import { ioSignatureHandler } from '../../server/io-signature/io-signature-handler';
import { sandboxPlatformSecret } from '../hub/spend-io-signature';
import { isLocalOrigin } from '../is-local-origin';

const maxDelayMs = 60_000;

/**
 * A partner's own server, played: `POST /partner-backend/:partnerId/io-signature` issues IO
 * Signatures to any page of this machine. `?delay=7000` answers late (milliseconds, at most 60,000;
 * a preflight is never late), `?status=500` with an error.
 */
export function createPartnerBackend(): Hono {
  const routes = new Hono();
  routes.all('/:partnerId/io-signature', async (c) => {
    const partnerId = c.req.param('partnerId');
    if (!isPartnerId(partnerId)) return c.notFound();
    // A browser asks by OPTIONS first; were that late too, seven seconds would take fourteen.
    const isPreflight = c.req.method === 'OPTIONS';
    const ms = isPreflight ? 0 : Math.min(Number(c.req.query('delay')) || 0, maxDelayMs);
    // Nobody waits any more where the page has gone or the sandbox ends.
    await delay(ms, undefined, { signal: c.req.raw.signal, ref: false });

    const origin = c.req.header('Origin') ?? '';
    const status = Number(c.req.query('status'));
    const handle = ioSignatureHandler({
      signer: createIoSigner({ partnerId, platformSecret: sandboxPlatformSecret }),
      // Whoever can reach the sandbox is signed in. Yours must ask its session.
      authorize: () => {
        if (status === 401 || status === 403) return status;
        if (status >= 400) throw new Error('The page asked for an error.');
        return true;
      },
      appOrigins: isLocalOrigin(origin) ? [origin] : [],
    });
    return handle(c.req.raw);
  });
  return routes;
}
