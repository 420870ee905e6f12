import { readAtMost } from '../endpoint/read-at-most';
import { WebhookError } from './webhook-error';

const maxBytes = 1_048_576;

/** The bytes of a body, or the text that they are in UTF-8. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/**
 * Reads the bytes of a request, and no more than 1 MiB of them.
 *
 * @throws WebhookError `too_large`
 * @throws TypeError when the body was read before, which leaves nothing to verify
 */
export async function readRequestBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) {
    throw new TypeError(
      'The body was read before. The signature is over its raw bytes: verify first, or give { body, signature }.',
    );
  }
  const bytes = await readAtMost(maxBytes, request);
  if (!bytes) throw new WebhookError('too_large');
  return bytes;
}

/**
 * The bytes of a body that was read already.
 *
 * @throws WebhookError `too_large`
 * @throws TypeError for what holds no raw bytes any more, such as a parsed object
 */
export function readGivenBody(body: RawBody): Uint8Array<ArrayBuffer> {
  const bytes = copyBytes(body);
  if (bytes.byteLength > maxBytes) throw new WebhookError('too_large');
  return bytes;
}

/** A copy, because verifying takes a while, in which others could change the original. */
function copyBytes(body: RawBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (body instanceof ArrayBuffer) return new Uint8Array(body.slice(0));
  throw new TypeError(
    'body must be the raw bytes or text of the request, not what was made of it.',
  );
}
