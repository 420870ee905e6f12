import { replaceMethod } from './replace-method';

/**
 * Lets the page's clock go forward without waiting, as long as `act` runs: also where a test has put a
 * clock of its own in its place.
 *
 * @param act gets what moves the clock by so many milliseconds
 */
export function passTime(act: (pass: (ms: number) => void) => void): void {
  let time = performance.now();
  const putBack = replaceMethod(performance, 'now', () => time);
  try {
    act((ms) => {
      time += ms;
    });
  } finally {
    putBack();
  }
}
