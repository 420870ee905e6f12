import type { Store } from '../store/store';

const maxSeconds = 10;

/**
 * Claims a key of a store that may be frozen.
 *
 * @throws Error (as a rejection) after ten seconds: a call must not wait for ever for its turn
 */
export async function claimInTime(
  store: Pick<Store, 'claim'>,
  key: string,
  ttlSeconds: number,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const error = new Error(`The limiter's store did not answer within ${maxSeconds} seconds.`);
    timer = setTimeout(() => reject(error), maxSeconds * 1000);
  });
  try {
    return await Promise.race([store.claim(key, ttlSeconds), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
