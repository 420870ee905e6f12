/** What has to come back, so that a run is a reconnect: the same row of yours, and nobody else's. */
export type ExpectedResult = {
  /** The client's ID. */
  client?: string | undefined;
  /** The channel's ID. */
  channel?: string | undefined;
  /** The phone number; everything but digits is dropped. */
  number?: string | undefined;
};

/** A run that a `state` was minted for. */
export type Run = {
  /** Who began it, as text. */
  user: string;
  /** Names it in your logs and in support; public, and random. */
  runId: string;
  /** Of which of your partner IDs it is, where you have several. */
  partnerId?: string;
  /** Present for a reconnect. */
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

export const secondsLeft = ({ expiresAt }: StoredRun): number =>
  Math.max(1, Math.ceil((expiresAt - Date.now()) / 1000));
