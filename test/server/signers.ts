import { createIoSigner, type IoSignerOptions } from 'react-360dialog-connect/server';

export const partnerId = 'aAbBcCPA';
export const platformSecret = 'platform-secret-for-tests';

/** Wednesday, 8 April 2026; the second of the documentation's example message. */
export const second = 1_775_653_748;

/** A clock that stands still until it is set. It tells ms, and never a whole second. */
export function fakeClock(start = second) {
  const clock = { second: start, now: () => clock.second * 1000 + 999 };
  return clock;
}

export const makeSigner = (options: Partial<IoSignerOptions> = {}) =>
  createIoSigner({ partnerId, platformSecret, now: fakeClock().now, ...options });

/** Asks for so many signatures at once; the seconds that were signed, as they came. */
export async function signedSeconds(signer: ReturnType<typeof makeSigner>, count: number) {
  const answers = await Promise.all(Array.from({ length: count }, () => signer.sign()));
  return answers.map(({ io_timestamp }) => io_timestamp);
}

/** The seconds from `newest` downwards. */
export const downFrom = (newest: number, count: number) =>
  Array.from({ length: count }, (_, index) => newest - index);

/** A store that several processes share, and the seconds that they asked it for. */
export function fakeStore(alreadyTaken: number[] = []) {
  const taken = new Set(alreadyTaken);
  const claims: number[] = [];
  const store = {
    async claim(key: string) {
      const claimed = Number(key.split(':').at(-1));
      claims.push(claimed);
      const isFree = !taken.has(claimed);
      taken.add(claimed);
      return isFree;
    },
  };
  return { store, claims };
}
