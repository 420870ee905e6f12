/**
 * The platform secret of 360dialog's hub, as a string; while you replace it, the new one and the
 * one before. The first signs, both verify.
 *
 * It may be `undefined` only so that `process.env.…` can be given as it is: that throws at start-up.
 */
export type PlatformSecret = string | readonly [current: string, previous: string] | undefined;

/**
 * Reads the secrets, the one that signs first.
 *
 * @throws TypeError when one is missing, empty, or has blanks around it, such as the line break of
 * a file. The text never holds the secret.
 */
export function readPlatformSecrets(platformSecret: PlatformSecret): string[] {
  const secrets: readonly unknown[] = Array.isArray(platformSecret)
    ? platformSecret
    : [platformSecret];
  if (secrets.length < 1 || secrets.length > 2) {
    throw new TypeError('platformSecret must be one secret, or the current and the previous one.');
  }
  return secrets.map((secret) => {
    if (typeof secret !== 'string' || secret === '') {
      throw new TypeError('platformSecret is missing or empty. Set it in the environment.');
    }
    if (secret !== secret.trim()) {
      throw new TypeError('platformSecret has blanks or a line break around it. Remove them.');
    }
    return secret;
  });
}
