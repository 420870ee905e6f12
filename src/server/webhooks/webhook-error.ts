/**
 * Why a webhook was refused.
 *
 * | code | meaning |
 * |---|---|
 * | `signature_missing` | it has no header `x-360dialog-signature` |
 * | `signature_mismatch` | it was not signed with your platform secret, or was changed after that |
 * | `malformed` | it is signed, but is no JSON object with the name of an event |
 * | `too_large` | its body has more than 1 MiB |
 */
export type WebhookErrorCode =
  | 'signature_missing'
  | 'signature_mismatch'
  | 'malformed'
  | 'too_large';

const messages: Record<WebhookErrorCode, string> = {
  signature_missing: 'The webhook has no header x-360dialog-signature.',
  signature_mismatch:
    'The webhook is not signed with this platform secret over these bytes. Check the secret, and that nothing parsed the body before.',
  malformed: 'The webhook is signed, but is no JSON object with the name of an event.',
  too_large: 'The body of the webhook has more than 1 MiB.',
};

/**
 * What `verifyWebhook` rejects with. Its text never holds a signature, a secret or a part of the body.
 *
 * @example
 * if (isWebhookError(error) && error.code === 'signature_mismatch') …
 */
export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  /** Stable: compare this, not the message. */
  readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode) {
    super(messages[code]);
    this.code = code;
  }
}

/** Tells a `WebhookError` from other errors, also of another copy of this library (ESM and CJS). */
export const isWebhookError = (error: unknown): error is WebhookError =>
  (error as WebhookError | null)?.name === 'WebhookError';
