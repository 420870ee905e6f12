import type { CallbackObject } from './types';

const maxLength = 16_384;
const maxIds = 1001;

/**
 * Tells a result from one that is there but unreadable (`null`), and from none at all (`undefined`:
 * the parameters are somebody else's).
 */
export function readRedirect(search: string): CallbackObject | null | undefined {
  const parameters = new URLSearchParams(search);
  /** Reads `[a,b]`, `["a", "b"]`, `a` and `[]` alike; nothing where there is no such parameter. */
  const idsOf = (name: string) =>
    parameters.has(name)
      ? parameters
          .getAll(name)
          .join()
          .split(/[[\],"' ]+/)
          .filter(Boolean)
      : undefined;
  const clients = idsOf('client');
  const channels = idsOf('channels');
  const revokedChannels = idsOf('revoked');
  const state = parameters.get('state');
  if (!clients || !(channels || revokedChannels)) return;

  const ids = clients.concat(channels ?? [], revokedChannels ?? []);
  if (
    search.length > maxLength ||
    // Repeated parameters prove that somebody tampered with the address (RFC 6749, 3.1).
    parameters.getAll('client').length > 1 ||
    parameters.getAll('state').length > 1 ||
    clients.length !== 1 ||
    state === '' ||
    ids.length > maxIds ||
    !ids.every((id) => /^[^\s\p{Cc}]{1,200}$/u.test(id))
  ) {
    return null;
  }
  return {
    client: clients[0]!,
    channels: channels ?? [],
    ...(revokedChannels && { revokedChannels }),
    ...(state && { state }),
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
    return readRedirect(isWhole ? address.replace(/^[^?]*/, '') : address) ?? null;
  } catch {
    return null; // An object that has no text.
  }
}
