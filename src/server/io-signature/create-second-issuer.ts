import { createTakenSeconds } from './create-taken-seconds';
import { readSeconds } from './read-seconds';

/**
 * Claims a second in a store that all your processes share. Resolves to `true` for the first who
 * claims it, to `false` for everybody after. Keep claims for more than 12 hours.
 */
export type ReserveSecond = (partnerId: string, second: number) => boolean | Promise<boolean>;

/** Where seconds come from. Each is handed out once; `null` when none is left. */
export type SecondIssuer = { takeSecond(): Promise<number | null> };

const reachSeconds = 12 * 60 * 60;

// Refusals mean that another process is working downwards here too. After some, leave it ever more
// room, at random because it does the same: the two part, and a claim is hardly ever refused from
// then on. That also finds the end of a long run that was taken before this process started.
const patience = 16;
const maxRoom = 1024;
const roomAfter = (refusals: number) =>
  Math.ceil(Math.random() * Math.min(2 ** (refusals - patience), maxRoom));

/** Hands out the newest second that is free, up to now and at most 12 hours back. */
export function createSecondIssuer(
  partnerId: string,
  now: () => number,
  reserveSecond: ReserveSecond = () => true,
): SecondIssuer {
  const taken = createTakenSeconds();
  // What was left to other processes without asking. It is asked for before giving up.
  let leftAside: { from: number; to: number }[] = [];
  let countedAt = 0;
  let refusals = 0;
  let partedAt = Number.POSITIVE_INFINITY;

  const newestGap = (newest: number) => {
    const gap = taken.newestGap(newest);
    return { from: Math.max(gap.from, readSeconds(now) - reachSeconds), to: gap.to };
  };

  const claim = async (second: number) => {
    // Before the claim, so that parallel calls go for different seconds.
    taken.add(second);
    try {
      const isOurs: unknown = await reserveSecond(partnerId, second);
      if (typeof isOurs === 'boolean') return isOurs;
    } catch (cause) {
      // Whether the store took it is not known; if it did, it refuses the next claim.
      taken.remove(second);
      throw cause;
    }
    throw new TypeError('reserveSecond must resolve to true or false.');
  };

  const makeRoomBelow = (second: number) => {
    const current = readSeconds(now);
    if (current !== countedAt) {
      countedAt = current;
      refusals = Math.floor(refusals * 0.75);
      partedAt = Number.POSITIVE_INFINITY;
    }
    // Everybody wants the current second; those above were asked for before the last parting.
    if (second === current || second > partedAt || ++refusals <= patience) return;
    const { from, to } = newestGap(second);
    if (from > to) return;
    partedAt = Math.max(from, to - roomAfter(refusals) + 1);
    taken.add(partedAt, to);
    leftAside = leftAside.filter((range) => range.to >= current - reachSeconds);
    leftAside.push({ from: partedAt, to });
  };

  return {
    async takeSecond() {
      for (let isThorough = false; ; ) {
        const { from, to: second } = newestGap(readSeconds(now));
        if (from <= second) {
          const isOurs = await claim(second);
          // The clock may have been set back meanwhile, and a second of the future is never signed.
          if (isOurs && second <= readSeconds(now)) return second;
          if (!isOurs && !isThorough) makeRoomBelow(second);
        } else if (leftAside.length > 0) {
          for (const range of leftAside) taken.remove(range.from, range.to);
          leftAside = [];
          isThorough = true;
        } else {
          return null;
        }
      }
    },
  };
}
