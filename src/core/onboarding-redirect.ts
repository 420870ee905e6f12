import { failure, type Outcome, type StateBinding } from './outcome';
import type { CallbackObject } from './types';

const maxLength = 16_384;
/** 1,001 IDs of up to 200 characters. */
const readable = /^([^\s\p{Cc},]{1,200}(,|$)){1,1001}$/u;

/**
 * Reads a redirect and, where it belongs to an attempt, compares its `state`.
 * `undefined`: there is no result in it, so the parameters are somebody else's.
 */
export function readRedirect(
  search: string,
  { state: sent, own, required }: Partial<StateBinding> = {},
): Outcome | undefined {
  const parameters = new URLSearchParams(search);
  /** Reads `[a,b]`, `["a", "b"]`, `a` and `[]` alike; nothing where there is no such parameter. */
  const idsOf = (name: string): string[] | false =>
    parameters.has(name) &&
    (parameters
      .getAll(name)
      .join()
      .match(/[^[\],"' ]+/g) ??
      []);
  const clients = idsOf('client');
  const channels = idsOf('channels');
  const revokedChannels = idsOf('revoked');
  const state = parameters.get('state');
  if (!clients || !(channels || revokedChannels)) return;

  if (
    search.length > maxLength ||
    // Repeated parameters prove that somebody tampered with the address (RFC 6749, 3.1).
    parameters.getAll('state').length > 1 ||
    parameters.getAll('client').length > 1 ||
    clients.length !== 1 ||
    state === '' ||
    !readable.test(clients.concat(channels || [], revokedChannels || []).join())
  ) {
    return failure('invalid_redirect');
  }
  if (
    sent &&
    (state
      ? state !== sent &&
        // A hub that does not encode `+` sends it as it is, where it usually means a blank.
        new URLSearchParams(search.replaceAll('+', '%2B')).get('state') !== sent
      : required)
  ) {
    return failure('state_mismatch');
  }
  return {
    status: 'completed',
    result: {
      client: clients[0]!,
      channels: channels || [],
      ...(revokedChannels && { revokedChannels }),
      ...(state && !own && { state: sent ?? state }),
    },
  };
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
    return readRedirect(isWhole ? address.replace(/^[^?]*/, '') : address)?.result ?? null;
  } catch {
    return null; // An object that has no text.
  }
}
