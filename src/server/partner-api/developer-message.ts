const maxLength = 500;

/**
 * What 360dialog says about a failure: `{meta: {developer_message}}`, `{error: {message}}`,
 * `{message}` or plain text. Integrators have met all four.
 *
 * @param secrets what the call brought along: 360dialog may repeat it, and errors end in logs
 */
export function readDeveloperMessage(body: string, secrets: readonly string[]): string {
  const line = findMessage(body)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return withoutSecrets(line, secrets).slice(0, maxLength);
}

function findMessage(body: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return body;
  }
  const { meta, error, message } = Object(answer) as Record<string, unknown>;
  const found = [at(meta, 'developer_message'), at(error, 'message'), error, message, answer];
  return (found.find((each) => typeof each === 'string') as string | undefined) ?? '';
}

const at = (value: unknown, key: string) => (Object(value) as Record<string, unknown>)[key];

/** A shorter one would tear holes into every text, and tells nothing. */
const minSecretLength = 3;

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= minSecretLength)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    // The longest first: a part of it may be another one.
    .sort((a, b) => b.length - a.length);
  let shown = text;
  for (const form of forms) shown = shown.replaceAll(form, '[hidden]');
  return shown
    .replace(/((?:api_?key|token|secret|password)["']?\s*[:=]\s*["']?)[^\s"',}]+/gi, '$1[hidden]')
    .replace(/[^\s@]{1,64}@[^\s@]{1,255}/g, '[hidden]') // e-mail addresses
    .replace(/\+?\d{7,}/g, '[hidden]'); // phone numbers
}
