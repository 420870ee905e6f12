import { failure, type Outcome, type StateBinding } from './outcome';

const maxLength = 16_384;

/** 1,001 IDs of up to 200 characters. */
const readableIds = /^([^\s\p{Cc},]{1,200}(,|$)){1,1001}$/u;

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
  const readIds = (name: string) =>
    parameters.has(name) && (`${parameters.getAll(name)}`.match(/[^[\],"' ]+/g) ?? []);
  const clients = readIds('client');
  const channels = readIds('channels');
  const revokedChannels = readIds('revoked');
  if (!clients || !(channels || revokedChannels)) return;

  // Repeated parameters prove that somebody tampered with the address (RFC 6749, 3.1).
  const isRepeated = (name: string) => parameters.getAll(name).length > 1;
  const state = parameters.get('state');
  const ids = [...clients, ...(channels || []), ...(revokedChannels || [])];
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
      channels: channels || [],
      ...(revokedChannels && { revokedChannels }),
      ...(state && !own && { state: sent ?? state }),
    },
  };
}

/** Also where the hub does not encode `+`: it sends it as it is, where it usually means a blank. */
const isSame = (state: string, sent: string, search: string) =>
  state === sent || new URLSearchParams(search.replace(/\+/g, '%2B')).get('state') === sent;
