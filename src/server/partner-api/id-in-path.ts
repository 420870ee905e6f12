/**
 * An ID that may stand in a path. IDs come from redirects and webhooks, so from outside, and must not
 * lead a call with your key to another resource.
 *
 * @throws TypeError where it has other characters than letters, digits, `-` and `_`, or more than 128.
 * The text never holds it.
 */
export function idInPath(id: unknown, name: string): string {
  if (typeof id === 'string' && /^[\w-]{1,128}$/.test(id)) return id;
  throw new TypeError(`${name} must be an ID: letters, digits, "-", "_", at most 128.`);
}
