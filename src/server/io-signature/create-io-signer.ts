import { isPartnerId } from '../../core/partner-id';
import { type PlatformSecret, readPlatformSecrets } from '../platform-secret';
import { checkedStore, type Store } from '../store/store';
import { createSecondIssuer } from './create-second-issuer';
import {
  checkIoSignatureEncoding,
  encodeIoSignature,
  type IoSignatureEncoding,
  importIoSignatureKey,
  ioSignatureMessage,
} from './io-signature-hmac';
import { readSeconds } from './read-seconds';
import { sharedIssuer } from './shared-issuer';
import { SignerBusyError } from './signer-busy-error';

/** Whose signatures, with which secret, and who else makes them. */
export type IoSignerOptions = {
  /** Your 360dialog partner ID. From your configuration, never from a request. */
  partnerId: string | undefined;
  /** The platform secret of 360dialog's hub. It must never reach a browser. */
  platformSecret: PlatformSecret;
  /**
   * 360dialog's documentation names none; lowercase hex is assumed.
   *
   * @default 'hex'
   */
  encoding?: IoSignatureEncoding | undefined;
  /**
   * Needed as soon as more than one process signs for the partner: where they all claim their
   * seconds. `redisStore(client)` makes one; of your own it needs `claim` only.
   */
  store?: Pick<Store, 'claim'> | undefined;
  /**
   * Tells the time in ms, for tests.
   *
   * @default Date.now
   */
  now?: (() => number) | undefined;
};

/** Makes IO Signatures of one partner. */
export type IoSigner = {
  /** Whose signatures it makes. */
  readonly partnerId: string;
  /**
   * Makes a new signature. It holds for 24 hours and for one onboarding: ask for one per click.
   *
   * @param options.signal stops it before a second is spent
   * @throws SignerBusyError (as a rejection) when no second of the last 12 hours was found free
   */
  sign(options?: { signal?: AbortSignal }): Promise<{ io_signature: string; io_timestamp: number }>;
};

/**
 * Makes a signer of IO Signatures: HMAC-SHA512 of `{partnerId}|{UNIX seconds}` with the platform
 * secret. No two of its signatures share a second, because the hub would take the second one for a
 * replay: each gets the newest second that is free, at most 12 hours back and never in the future.
 *
 * Signers of one partner in one process know of each other. Across processes, worker threads and
 * isolates they need a `store`; which of them gets which second is then up to that.
 *
 * @throws TypeError for a `partnerId` or `platformSecret` that cannot be right
 * @throws RangeError for a clock that is not set or does not count milliseconds
 *
 * @example
 * const signer = createIoSigner({
 *   partnerId: process.env.D360_PARTNER_ID,
 *   platformSecret: process.env.D360_PLATFORM_SECRET,
 *   store: redisStore(redis), // with more than one process
 * });
 * await signer.sign(); // { io_signature: '6da4…', io_timestamp: 1775653748 }
 */
export function createIoSigner(options: IoSignerOptions): IoSigner {
  const {
    partnerId,
    platformSecret,
    encoding = 'hex',
    store,
    now,
  } = Object(options) as IoSignerOptions;
  if (!isPartnerId(partnerId)) {
    const found = partnerId === undefined ? ' It is undefined: set its environment variable.' : '';
    throw new TypeError(
      `partnerId must be your 360dialog partner ID: letters, digits, "-", "_".${found}`,
    );
  }
  const secret = readPlatformSecrets(platformSecret)[0]!;
  if (store !== undefined && typeof store?.claim !== 'function') {
    throw new TypeError('store must have claim, as memoryStore() and redisStore(client) do.');
  }
  checkIoSignatureEncoding(encoding);
  const clock = now ?? (() => Date.now());
  // Cloudflare's own clock stands at 0 until the first request. Each signature looks at it again.
  if (now || Date.now() !== 0) readSeconds(clock);

  const issuer =
    store || now
      ? createSecondIssuer(partnerId, clock, store && checkedStore(store))
      : sharedIssuer(partnerId);
  // The key itself, not a promise of it: on Cloudflare a request must not wait for another's.
  let key: CryptoKey | undefined;

  return {
    partnerId,
    async sign({ signal } = {}) {
      key ??= await importIoSignatureKey(secret);
      const io_timestamp = await issuer.takeSecond(signal);
      if (io_timestamp === null) throw new SignerBusyError();
      const message = ioSignatureMessage(partnerId, io_timestamp);
      const bytes = await crypto.subtle.sign('HMAC', key, message);
      return { io_signature: encodeIoSignature(bytes, encoding), io_timestamp };
    },
  };
}
