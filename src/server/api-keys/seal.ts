import { CompactEncrypt, compactDecrypt } from 'jose';
import * as v from 'valibot';
import { trustedUrl } from '../../core/trusted-url';
import { ApiKeyError } from './api-key-error';
import { keyIdOf } from './encryption-keys';
import { type StoredApiKey, storedApiKey } from './stored-api-key';

/** Encrypts what is stored, and opens it again. */
export type Seal = {
  close(channelId: string, key: StoredApiKey): Promise<string>;
  /** @throws ApiKeyError `unreadable` (as a rejection) */
  open(channelId: string, sealed: string): Promise<StoredApiKey>;
  /** How everything begins that was sealed with the key that encrypts now. */
  currentHeader(): Promise<string>;
};

const algorithms = { alg: 'dir', enc: 'A256GCM' } as const;

/** The channel is sealed in, so that nobody who can write rows gives one channel the key of another. */
const contentSchema = v.object({
  channelId: v.string(),
  apiKey: v.pipe(v.string(), v.nonEmpty()),
  id: v.nullable(v.string()),
  appId: v.nullable(v.string()),
  address: v.pipe(
    v.string(),
    v.check((address) => trustedUrl(address) !== undefined),
  ),
  messagingWebhook: v.nullable(v.object({ url: v.string(), digest: v.string() })),
  isDoubtful: v.boolean(),
});

/**
 * Seals by JWE in its compact form (RFC 7516), `dir` and A256GCM, with the key's thumbprint as `kid`.
 *
 * @param encryptionKeys the one that encrypts first
 */
export function createSeal(encryptionKeys: Uint8Array[]): Seal {
  let naming: Promise<NamedKey[]> | undefined;
  // At the first use: edge runtimes refuse to compute hashes while a module is loaded.
  const namedKeys = () => {
    naming ??= Promise.all(
      encryptionKeys.map(async (bytes) => ({ kid: await keyIdOf(bytes), bytes })),
    );
    return naming;
  };
  const encrypt = async (content: string) => {
    const [current] = await namedKeys();
    const { kid, bytes } = current!;
    return new CompactEncrypt(new TextEncoder().encode(content))
      .setProtectedHeader({ ...algorithms, kid })
      .encrypt(bytes);
  };
  const decrypt = async (sealed: string): Promise<unknown> => {
    const known = await namedKeys();
    const { plaintext } = await compactDecrypt(
      sealed,
      ({ kid }) => known.find((each) => each.kid === kid)!.bytes,
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext));
  };
  return {
    close: (channelId, key) =>
      encrypt(JSON.stringify({ ...key, channelId, apiKey: key.apiKey } satisfies Content)),
    async open(channelId, sealed) {
      const content: unknown = await decrypt(sealed).catch(() => null);
      const read = v.safeParse(contentSchema, content);
      if (!read.success || read.output.channelId !== channelId) throw new ApiKeyError('unreadable');
      return storedApiKey(read.output);
    },
    async currentHeader() {
      const [header] = (await encrypt('')).split('.', 1);
      return header!;
    },
  };
}

type NamedKey = { kid: string; bytes: Uint8Array };

type Content = v.InferInput<typeof contentSchema>;
