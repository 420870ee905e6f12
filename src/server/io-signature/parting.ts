import type { SecondRange, TakenSeconds } from './create-taken-seconds';
import { readSeconds } from './read-seconds';

/**
 * How an issuer keeps out of the way of the other processes that work downwards from now as it does.
 *
 * Refusals mean that another one is working here too. After some, leave it ever more room, at random
 * because it does the same: the two part, and a claim is hardly ever refused from then on. That also
 * finds the end of a long run that was taken before this process started.
 */
type Parting = {
  /** The claim of this second was refused. */
  makeRoomBelow(second: number): void;
  /** Asks for what was left to others, before giving up. @returns whether there was any */
  takeBack(): boolean;
};

const patience = 16;
const maxRoom = 1024;
const roomAfter = (refusals: number) =>
  Math.ceil(Math.random() * Math.min(2 ** (refusals - patience), maxRoom));

/** Makes it for one issuer, whose taken seconds it adds to. */
export function createParting(options: {
  taken: TakenSeconds;
  newestGap(newest: number): SecondRange;
  now(): number;
  reachSeconds: number;
}): Parting {
  const { taken, newestGap, now, reachSeconds } = options;
  // What was left to other processes without asking.
  let leftAside: SecondRange[] = [];
  let countedAt = 0;
  let refusals = 0;
  let partedAt = Number.POSITIVE_INFINITY;

  return {
    makeRoomBelow(second) {
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
    },
    takeBack() {
      const isAny = leftAside.length > 0;
      for (const range of leftAside) taken.remove(range.from, range.to);
      leftAside = [];
      return isAny;
    },
  };
}
