/** Both ends belong to it; `from > to` is none. */
export type SecondRange = { from: number; to: number };

/** What an issuer remembers. */
export type TakenSeconds = ReturnType<typeof createTakenSeconds>;

// 12 hours cannot hold more ranges that do not touch, so only a clock that went back misses any.
const maxRanges = 21_600;

/**
 * Remembers which seconds are gone, as ranges. Neighbours are merged, so that a burst of any length
 * is one range, and memory is bounded.
 */
export function createTakenSeconds() {
  const ranges: SecondRange[] = []; // newest last
  let forgottenUpTo = Number.NEGATIVE_INFINITY;

  return {
    /** The newest run of free seconds that does not reach beyond `newest`; `from > to` is none. */
    newestGap(newest: number): SecondRange {
      let index = ranges.length - 1;
      while (index >= 0 && ranges[index]!.from > newest) index--;
      let to = newest;
      if (index >= 0 && ranges[index]!.to >= newest) to = ranges[index--]!.from - 1;
      // What was forgotten may be taken, so it never counts as free again.
      return { from: (ranges[index]?.to ?? forgottenUpTo) + 1, to };
    },

    add(from: number, to = from) {
      let end = ranges.length;
      while (end > 0 && ranges[end - 1]!.from > to + 1) end--;
      let start = end;
      while (start > 0 && ranges[start - 1]!.to >= from - 1) start--;
      const first = ranges[start];
      const last = ranges[end - 1];
      const touches = start < end;
      ranges.splice(start, end - start, {
        from: touches ? Math.min(from, first!.from) : from,
        to: touches ? Math.max(to, last!.to) : to,
      });
      if (ranges.length > maxRanges) forgottenUpTo = ranges.shift()!.to;
    },

    remove(from: number, to = from) {
      const kept = ranges.flatMap((range) => [
        { from: range.from, to: Math.min(range.to, from - 1) },
        { from: Math.max(range.from, to + 1), to: range.to },
      ]);
      ranges.splice(0, ranges.length, ...kept.filter((range) => range.from <= range.to));
    },
  };
}
