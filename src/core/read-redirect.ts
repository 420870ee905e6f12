import { failure, type Outcome, type StateBinding } from './outcome';
import { hasResult } from './result-parameters';

const maxLength = 16_384;

/** 1,001 IDs of up to 200 letters, digits, `-`, `_`: what was encoded twice on the way is none. */
const readableIds = /^([\w-]{1,200}(,|$)){1,1001}$/;

/**
 * Reads a redirect and, where it belongs to an attempt, compares its `state`.
 * `undefined`: there is no result in it, so the parameters are somebody else's.
 */
export function readRedirect(
  search: string,
  { state: sent, own, required }: Partial<StateBinding> = {},
): Outcome | undefined {
  const parameters = new URLSearchParams(search);
  if (!hasResult(parameters)) return;
  const clients = readIds(parameters, 'client');
  const channels = readIds(parameters, 'channels');
  const revokedChannels = readIds(parameters, 'revoked');

  // Repeated parameters prove that somebody tampered with the address (RFC 6749, 3.1).
  const isRepeated = (name: string) => parameters.getAll(name).length > 1;
  const state = parameters.get('state');
  const ids = [...clients, ...channels, ...revokedChannels];
  if (
    search.length > maxLength ||
    isRepeated('client') ||
    isRepeated('state') ||
    clients.length !== 1 ||
    state === '' ||
    !readableIds.test(`${ids}`)
  ) {
    return failure('invalid_redirect');
  }
  if (sent && (state ? !isSame(state, sent, search) : required)) return failure('state_mismatch');
  return {
    status: 'completed',
    result: {
      client: clients[0]!,
      channels,
      ...(parameters.has('revoked') && { revokedChannels }),
      ...(state && !own && { state: sent ?? state }),
    },
  };
}

/** Reads `[a,b]`, `["a", "b"]`, `a` and `[]` alike; none where there is no such parameter. */
const readIds = (parameters: URLSearchParams, name: string): string[] =>
  `${parameters.getAll(name)}`.match(/[^[\],"' ]+/g) ?? [];

/** Also where the hub does not encode `+`: it sends it as it is, where it usually means a blank. */
const isSame = (state: string, sent: string, search: string) =>
  state === sent || new URLSearchParams(search.replace(/\+/g, '%2B')).get('state') === sent;
