/** What has to come back, so that a run is a reconnect: the same row of yours, and nobody else's. */
export type ExpectedResult = {
  /** The client's ID. */
  client?: string | undefined;
  /** The channel's ID. */
  channel?: string | undefined;
  /** The phone number; everything but digits is dropped. */
  number?: string | undefined;
};

/**
 * What a run has to come back with; nothing where nothing is expected, as of a row that has no client yet.
 *
 * @throws TypeError
 */
export function readExpected(expected: ExpectedResult | undefined): Pick<Run, 'expect'> {
  if (expected === undefined) return {};
  const isTable = Object.prototype.toString.call(expected) === '[object Object]';
  const { client, channel, number } = Object(expected) as Record<string, unknown>;
  const isText = (value: unknown) => value === undefined || (typeof value === 'string' && value);
  if (!isTable || ![client, channel, number].every(isText)) {
    throw new TypeError(
      'expect must be { client?, channel?, number? }, with texts that are not empty.',
    );
  }
  if (typeof number === 'string' && !/\d/.test(number)) {
    throw new TypeError('expect.number must have digits.');
  }
  return (client ?? channel ?? number) === undefined ? {} : { expect: expected };
}

/** A run that a `state` was minted for. */
export type Run = {
  /** Who began it, as text. */
  user: string;
  /** Names it in your logs and in support; public, and random. */
  runId: string;
  /** Of which of your partner IDs it is, where you have several. */
  partnerId?: string;
  /** What it has to come back with: present for a reconnect only. */
  expect?: ExpectedResult;
  /** When it began: milliseconds since 1970. */
  mintedAt: number;
};

/** As it is stored. */
export type StoredRun = Run & { expiresAt: number };

/** What comes out of a store may be anybody's. */
export function readStoredRun(text: string): StoredRun {
  const run: unknown = JSON.parse(text);
  if (typeof (run as StoredRun | null)?.user === 'string') return run as StoredRun;
  throw new TypeError('The store has something else than a run under the key of a state.');
}

/** How long it may still be answered, in whole seconds; never 0, which no store takes. */
export const secondsLeft = ({ expiresAt }: StoredRun): number =>
  Math.max(1, Math.ceil((expiresAt - Date.now()) / 1000));
