import { base64url, calculateJwkThumbprint } from 'jose';

/**
 * What API keys are encrypted with: 32 random bytes in base64 (`openssl rand -base64 32`), from your
 * environment. A list while you replace one: the first encrypts, all decrypt.
 *
 * It may be `undefined` only so that `process.env.…` can be given as it is: that throws at start-up.
 */
export type EncryptionKey = string | readonly string[] | undefined;

const keyBytes = 32;

/**
 * Reads the keys, the one that encrypts first.
 *
 * @throws TypeError when there is none, or one is not 32 bytes in base64. The text never holds it.
 */
export function readEncryptionKeys(encryptionKey: EncryptionKey): Uint8Array[] {
  const given: readonly unknown[] = Array.isArray(encryptionKey) ? encryptionKey : [encryptionKey];
  if (given.length === 0) throw new TypeError('encryptionKey must have one key at least.');
  return given.map((text) => {
    if (typeof text !== 'string' || text === '') {
      throw new TypeError('encryptionKey is missing or empty. Set it in the environment.');
    }
    const bytes = bytesOf(text);
    if (bytes?.length !== keyBytes) {
      throw new TypeError(
        'encryptionKey must be 32 bytes in base64, as of "openssl rand -base64 32".',
      );
    }
    if (new Set(bytes).size < 8) {
      throw new TypeError('encryptionKey must be random bytes, as of "openssl rand -base64 32".');
    }
    return bytes;
  });
}

function bytesOf(text: string): Uint8Array | undefined {
  if (!/^[\w+/-]+={0,2}$/.test(text)) return undefined;
  try {
    return base64url.decode(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''));
  } catch {
    return undefined;
  }
}

/** A key's name in what it encrypts: its thumbprint (RFC 7638), which does not tell the key. */
export const keyIdOf = (bytes: Uint8Array): Promise<string> =>
  calculateJwkThumbprint({ kty: 'oct', k: base64url.encode(bytes) });
