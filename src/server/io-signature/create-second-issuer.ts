import type { Store } from '../store/store';
import { createTakenSeconds } from './create-taken-seconds';
import { createParting } from './parting';
import { readSeconds } from './read-seconds';

/** Where seconds come from. Each is handed out once; `null` when none was found. */
export type SecondIssuer = { takeSecond(signal?: AbortSignal): Promise<number | null> };

const reachSeconds = 12 * 60 * 60;

// Longer than a signature lives, so that not even a clock an hour behind uses a second again.
const claimSeconds = 25 * 60 * 60;

// For one signature. What was refused is remembered, so that the next one looks further.
const maxClaims = 2000;

/**
 * Hands out the newest second that is free, up to now and at most 12 hours back.
 *
 * @param store where the partner's other processes claim theirs
 */
export function createSecondIssuer(
  partnerId: string,
  now: () => number,
  store?: Pick<Store, 'claim'>,
): SecondIssuer {
  const taken = createTakenSeconds();
  const newestGap = (newest: number) => {
    const gap = taken.newestGap(newest);
    return { from: Math.max(gap.from, readSeconds(now) - reachSeconds), to: gap.to };
  };
  const parting = createParting({ taken, newestGap, now, reachSeconds });

  const claim = async (second: number) => {
    // Before the claim, so that parallel calls go for different seconds.
    taken.add(second);
    try {
      const key = `io-signature:${partnerId}:${second}`;
      return store ? await store.claim(key, claimSeconds) : true;
    } catch (cause) {
      // Whether the store took it is not known; if it did, it refuses the next claim.
      taken.remove(second);
      throw cause;
    }
  };

  const goFor = async (second: number, isThorough: boolean) => {
    const isOurs = await claim(second);
    // The clock may have been set back meanwhile, and a second of the future is never signed.
    if (isOurs && second <= readSeconds(now)) return second;
    if (!isOurs && !isThorough) parting.makeRoomBelow(second);
  };

  return {
    async takeSecond(signal) {
      let isThorough = false;
      for (let claims = 0; claims < maxClaims; ) {
        signal?.throwIfAborted();
        const { from, to } = newestGap(readSeconds(now));
        if (from <= to) {
          const second = await goFor(to, isThorough);
          claims++;
          if (second !== undefined) return second;
        } else if (parting.takeBack()) {
          isThorough = true;
        } else {
          break;
        }
      }
      return null;
    },
  };
}
