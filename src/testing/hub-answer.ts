import { parseOnboardingRedirect } from '../core/parse-onboarding-redirect';
import type { CallbackObject } from '../core/types';

const list = (ids: readonly string[]) => `[${ids.join()}]`;

/**
 * Writes the query that the hub appends to the redirect URL.
 *
 * @param state as it was sent; a `state` of the result is sent in its place
 * @throws TypeError the library would not read such a result
 */
export function hubAnswer(result: CallbackObject, state: string): string {
  const { client, channels, revokedChannels, state: otherState = state } = Object(result);
  for (const [name, ids] of Object.entries({ channels, revokedChannels: revokedChannels ?? [] })) {
    if (!Array.isArray(ids)) throw new TypeError(`${name}: ${mustBe}`);
  }
  const parameters = new URLSearchParams({ client, channels: list(channels) });
  if (revokedChannels) parameters.set('revoked', list(revokedChannels));
  parameters.set('state', otherState);
  const query = `?${parameters}`;
  const read = { ...parseOnboardingRedirect(query), state: undefined };
  // The library reads more than the hub writes, such as blanks for commas.
  if (JSON.stringify(read) !== JSON.stringify({ client, channels, revokedChannels })) {
    throw new TypeError(`result: ${mustBe}`);
  }
  return query;
}

const mustBe =
  'it must be like { client: "oaY9LLfUCL", channels: ["y9MiLoCH"] }, with IDs of letters, digits, "-" and "_".';
