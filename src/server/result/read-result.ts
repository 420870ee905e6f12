import { ResultError } from '../states/result-error';

/** A result as it came from a browser, once it is sure that its parts are IDs. */
export type ReadResult = {
  client: string;
  channels: string[];
  revokedChannels: string[];
  state: string | undefined;
};

/** IDs go into addresses and filters. */
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,200}$/.test(value);

const maxChannels = 1001;

/** @throws ResultError for what can be no result of 360dialog's */
export function readResult(result: unknown): ReadResult {
  const {
    client,
    channels,
    revokedChannels = [],
    state,
  } = Object(result) as Record<string, unknown>;
  if (!isId(client)) throw new ResultError('client_unknown');
  return {
    client,
    channels: readIds(channels),
    revokedChannels: readIds(revokedChannels),
    // What it is, the states say.
    state: state as string | undefined,
  };
}

function readIds(ids: unknown): string[] {
  if (Array.isArray(ids) && ids.length <= maxChannels && ids.every(isId)) return [...new Set(ids)];
  throw new ResultError('channel_foreign');
}
