import { isPartnerId } from '../../core/partner-id';
import { type PlatformSecret, readPlatformSecrets } from '../platform-secret';

/** One of several partner IDs of yours, such as one for each way to pay. */
export type WebhookPartner = {
  /** Your partner ID, such as `aAbBcCPA`. */
  partnerId: string;
  /** The platform secret of this partner's hub; while you replace it, the new one and the one before. */
  platformSecret: PlatformSecret;
};

/** What signs webhooks. */
export type WebhookSecrets = {
  /** The platform secret of 360dialog's hub; while you replace it, the new one and the one before. */
  platformSecret?: PlatformSecret;
  /**
   * In place of `platformSecret`, where several hubs send to one address: each webhook belongs to the
   * partner whose secret verifies it.
   */
  partners?: readonly WebhookPartner[] | undefined;
};

/** One secret, and whose it is. */
export type SecretOfPartner = { partnerId: string | null; secret: string };

/**
 * @throws TypeError when no secret is there, one is there twice, or both options are given. The text never
 * holds a secret.
 */
export function readWebhookSecrets(options: WebhookSecrets): SecretOfPartner[] {
  const { platformSecret, partners } = Object(options) as WebhookSecrets;
  if (partners === undefined) {
    return readPlatformSecrets(platformSecret).map((secret) => ({ partnerId: null, secret }));
  }
  if (platformSecret !== undefined) {
    throw new TypeError('Give platformSecret or partners, not both.');
  }
  if (!Array.isArray(partners) || partners.length === 0) {
    throw new TypeError('partners must be a list of { partnerId, platformSecret }.');
  }
  const all = partners.flatMap((partner: WebhookPartner) => {
    const { partnerId, platformSecret } = Object(partner) as WebhookPartner;
    if (!isPartnerId(partnerId)) throw new TypeError('partners: a partnerId is missing or none.');
    return readPlatformSecrets(platformSecret).map((secret) => ({ partnerId, secret }));
  });
  const owners = new Map<string, string>();
  for (const { partnerId, secret } of all) {
    if ((owners.get(secret) ?? partnerId) !== partnerId) {
      throw new TypeError('partners: two of them have the same platformSecret.');
    }
    owners.set(secret, partnerId);
  }
  return all;
}

const utf8 = new TextEncoder();

/**
 * Which secret signed the bytes: HMAC-SHA256 in hex, perhaps after `sha256=`. Compared by WebCrypto in
 * constant time, against each secret, whichever fits.
 *
 * @see https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation
 */
export async function findSigner(
  secrets: readonly SecretOfPartner[],
  signature: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SecretOfPartner | undefined> {
  const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(signature.trim())?.[1];
  if (!hex) return;
  const signatureBytes = Uint8Array.from({ length: 32 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const matches = await Promise.all(
    secrets.map(async ({ secret }) => {
      const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, [
        'verify',
      ]);
      return crypto.subtle.verify('HMAC', key, signatureBytes, bytes);
    }),
  );
  return secrets[matches.indexOf(true)];
}
