import type { CallbackObject } from './types';

/** The parameters that the hub adds to the redirect URL. */
export const redirectParameters = ['client', 'channels', 'revoked', 'state'];

const maxLength = 16_384;

/** Reads `[a,b]`, `["a", "b"]`, `a` and `[]` alike. */
const readIds = (values: string[]) =>
  values
    .flatMap((value) => value.split(/[[\],"']/))
    .map((id) => id.trim())
    .filter(Boolean);

const isReadable = (id: string) => /^[^\p{Cc}]{1,200}$/u.test(id);

/**
 * Tells a result from no result (`null`: the parameters are somebody else's) and from one that is
 * there but unreadable (`'invalid'`).
 */
export function readOnboardingRedirect(search: string): CallbackObject | 'invalid' | null {
  const parameters = new URLSearchParams(search);
  const values = (name: string) => parameters.getAll(name);
  const revoked = values('revoked');
  if (!parameters.has('client') || !(parameters.has('channels') || revoked.length)) return null;

  const [client, ...furtherClients] = readIds(values('client'));
  const [state, ...furtherStates] = values('state');
  const result: CallbackObject = { client: client!, channels: readIds(values('channels')) };
  if (revoked.length) result.revokedChannels = readIds(revoked);
  const ids = [...result.channels, ...(result.revokedChannels ?? [])];
  if (
    search.length > maxLength ||
    // Repeated parameters prove that somebody tampered with the address (RFC 6749, 3.1).
    values('client').length > 1 ||
    furtherClients.length ||
    furtherStates.length ||
    state === '' ||
    ![client ?? '', ...ids].every(isReadable) ||
    ids.length > 1000
  ) {
    return 'invalid';
  }
  if (state) result.state = state;
  return result;
}

/**
 * Reads the hub's redirect. Takes `location.search`, a query without `?`, a whole address, or
 * parsed parameters. Never throws; `null` means that there is no (readable) result in it.
 *
 * What it returns is browser input: check the IDs on your server before you store them.
 *
 * @example
 * parseOnboardingRedirect('?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]');
 * // { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] }
 */
export function parseOnboardingRedirect(
  redirect: string | URL | URLSearchParams,
): CallbackObject | null {
  try {
    const address = String(redirect).replace(/#.*/s, '');
    const isWhole = /^([a-z][a-z\d+.-]*:|\/)/i.test(address);
    const result = readOnboardingRedirect(isWhole ? address.replace(/^[^?]*/, '') : address);
    return result === 'invalid' ? null : result;
  } catch {
    return null; // An object that has no text.
  }
}
