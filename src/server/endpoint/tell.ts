/** @throws TypeError one that is no function would keep every error to itself */
export function checkOnError(onError: unknown): void {
  if (onError == null || typeof onError === 'function') return;
  throw new TypeError('onError must be a function.');
}

/** For the app's log. A log that fails, at once or later, must not change the answer. */
export function tell(onError: ((error: unknown) => void) | undefined, error: unknown): void {
  (async () => onError?.(error))().catch(() => {});
}
