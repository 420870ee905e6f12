import { isPartnerId } from '../../core/partner-id';
import { isUnixSeconds } from '../../core/unix-seconds';
import { type PlatformSecret, readPlatformSecrets } from '../platform-secret';
import { IoSignatureError } from './io-signature-error';
import {
  checkIoSignatureEncoding,
  decodeIoSignature,
  type IoSignatureEncoding,
  importIoSignatureKey,
  ioSignatureMessage,
} from './io-signature-hmac';
import { readSeconds } from './read-seconds';

/** What came with the request, and what it is held against. */
export type VerifyIoSignatureOptions = {
  /** Whose signature it has to be. */
  partnerId: string;
  /** One, or the current and the previous one. */
  platformSecret: PlatformSecret;
  /** As it came: 128 lowercase hex digits, or 88 characters of padded base64. */
  io_signature: unknown;
  /** As it came: UNIX seconds, ten digits. */
  io_timestamp: unknown;
  /** How it is written. @default 'hex' */
  encoding?: IoSignatureEncoding | undefined;
  /**
   * Tells the time in ms, for tests.
   *
   * @default Date.now
   */
  now?: (() => number) | undefined;
  /**
   * A signature of this age is expired.
   *
   * @default 86400
   */
  maxAgeSeconds?: number | undefined;
};

/**
 * Checks an IO Signature as the hub does, for tests and the sandbox. In constant time, and for 24
 * hours. It does not know which signatures were used before.
 *
 * @throws IoSignatureError (as a rejection) when it is none, or not of this partner and time
 * @throws TypeError (as a rejection) when `platformSecret` is missing
 *
 * @example
 * const { io_signature, io_timestamp } = await signer.sign();
 * await verifyIoSignature({ partnerId, platformSecret, io_signature, io_timestamp });
 */
export async function verifyIoSignature(
  options: VerifyIoSignatureOptions,
): Promise<{ partnerId: string; io_timestamp: number }> {
  const {
    partnerId,
    platformSecret,
    encoding = 'hex',
    ...others
  } = Object(options) as typeof options;
  const { now = () => Date.now(), maxAgeSeconds = 86_400 } = others;
  const secrets = readPlatformSecrets(platformSecret);
  checkIoSignatureEncoding(encoding);
  if (!(maxAgeSeconds > 0)) throw new TypeError('maxAgeSeconds must be a positive number.');

  const signature = decodeIoSignature(options.io_signature, encoding);
  const digits = readDigits(options.io_timestamp);
  if (!isPartnerId(partnerId) || !signature || !digits) throw new IoSignatureError('malformed');

  const message = ioSignatureMessage(partnerId, digits);
  const matches = await Promise.all(
    secrets.map(async (secret) =>
      crypto.subtle.verify('HMAC', await importIoSignatureKey(secret), signature, message),
    ),
  );
  if (!matches.includes(true)) throw new IoSignatureError('mismatch');

  const age = readSeconds(now) - digits;
  if (age < 0) throw new IoSignatureError('future');
  if (age >= maxAgeSeconds) throw new IoSignatureError('expired');
  return { partnerId, io_timestamp: digits };
}

function readDigits(timestamp: unknown): number | null {
  const isOne = typeof timestamp === 'string' || typeof timestamp === 'number';
  return isOne && isUnixSeconds(timestamp) ? Number(timestamp) : null;
}
