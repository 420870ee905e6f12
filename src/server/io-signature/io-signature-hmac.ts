/** How the 64 bytes of an IO Signature are written. */
export type IoSignatureEncoding = 'hex' | 'base64';

const utf8 = new TextEncoder();

/**
 * What is signed.
 *
 * @see https://docs.360dialog.com/partner/integrations-and-api-development/integrated-onboarding
 */
export const ioSignatureMessage = (partnerId: string, timestampSeconds: number) =>
  utf8.encode(`${partnerId}|${timestampSeconds}`);

/** The platform secret as a key of HMAC-SHA512; the documentation names the algorithm. */
export const importIoSignatureKey = (secret: string) =>
  crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-512' }, false, [
    'sign',
    'verify',
  ]);

/** @throws TypeError */
export function checkIoSignatureEncoding(encoding: IoSignatureEncoding): void {
  if (encoding !== 'hex' && encoding !== 'base64') {
    throw new TypeError('encoding must be "hex" or "base64".');
  }
}

/** Writes a signature: lowercase hex, or base64 with its padding. */
export function encodeIoSignature(bytes: ArrayBuffer, encoding: IoSignatureEncoding): string {
  const all = new Uint8Array(bytes);
  return encoding === 'hex'
    ? Array.from(all, (byte) => byte.toString(16).padStart(2, '0')).join('')
    : btoa(String.fromCharCode(...all));
}

/** Strict: there is one way to write each signature, and everything else is `null`. */
export function decodeIoSignature(text: unknown, encoding: IoSignatureEncoding) {
  if (typeof text !== 'string') return null;
  if (encoding === 'hex') {
    if (!/^[0-9a-f]{128}$/.test(text)) return null;
    return Uint8Array.from({ length: 64 }, (_, index) =>
      Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
    );
  }
  // Of the last of 86 characters only two bits count; the others must be zero.
  if (!/^[A-Za-z0-9+/]{85}[AQgw]==$/.test(text)) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
