import type { Store } from './store';

/** A claim that is kept up for as long as its holder lives. */
type HeldClaim = {
  /** Aborted when the claim may be lost: the store did not answer for too long. */
  signal: AbortSignal;
  /** Gives it back. Never rejects: what cannot be given back runs out. */
  release(): Promise<void>;
};

/** A holder who was killed keeps others out for two of them at most. */
const periodSeconds = 30;
const periodMs = periodSeconds * 1000;
const retryMs = 1000;

/**
 * Claims a key for work of unknown length. A store's claim cannot be made longer, so there are two, which
 * run out in turn: each is claimed anew when it has, while the other one holds for a period more. Only who
 * gets both is in.
 *
 * @returns `null` where somebody else has it, or was killed with it less than a minute ago
 */
export async function holdClaim(store: Store, key: string): Promise<HeldClaim | null> {
  const [sooner, later] = [`${key}:1`, `${key}:2`];
  const begunMs = performance.now();
  if (!(await store.claim(sooner, periodSeconds))) return null;
  let hasBoth = false;
  try {
    hasBoth = await store.claim(later, 2 * periodSeconds);
  } finally {
    if (!hasBoth) await store.release(sooner).catch(() => {});
  }
  return hasBoth ? keepUp(store, [sooner, later], begunMs) : null;
}

function keepUp(store: Store, [sooner, later]: [string, string], begunMs: number): HeldClaim {
  const lost = new AbortController();
  const lose = () => lost.abort(new Error('A claim ran out in its store.'));
  const isLost = new Promise<void>((resolve) => {
    lost.signal.addEventListener('abort', () => resolve());
  });
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewal = Promise.resolve();

  /** @param otherEndsMs when the other claim runs out, after the one to renew */
  const renewAfter = (ms: number, key: string, other: string, otherEndsMs: number) => {
    timer = setTimeout(() => {
      renewal = renew(key, other, otherEndsMs);
    }, ms);
  };
  const renew = async (key: string, other: string, otherEndsMs: number): Promise<void> => {
    // Also where the store never answers.
    const end = setTimeout(lose, otherEndsMs - performance.now());
    const isOurs = await store.claim(key, 2 * periodSeconds).catch(() => false);
    clearTimeout(end);
    const leftMs = otherEndsMs - performance.now();
    if (leftMs <= 0) lose();
    else if (isOver) return;
    else if (isOurs) renewAfter(leftMs, other, key, otherEndsMs + periodMs);
    // The store's clock is behind, somebody else asks just now, or the store does not answer.
    else renewAfter(retryMs, key, other, otherEndsMs);
  };
  const soonerEndsMs = begunMs + periodMs;
  renewAfter(soonerEndsMs - performance.now(), sooner, later, soonerEndsMs + periodMs);
  return {
    signal: lost.signal,
    async release() {
      isOver = true;
      clearTimeout(timer);
      await Promise.race([renewal, isLost]);
      if (lost.signal.aborted) return;
      for (const key of [later, sooner]) await store.release(key).catch(() => {});
    },
  };
}
