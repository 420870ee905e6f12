import { maxTimeoutMs } from './limits';

/** Acts after so many milliseconds, unless the signal comes first; never for 0, or for weeks. */
export function limitTime(ms: number, signal: AbortSignal, act: () => void): void {
  if (!(ms > 0 && ms < maxTimeoutMs)) return;
  const timer = setTimeout(act, ms);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
