/** For the app's log. A log that fails, at once or later, must not change the answer. */
export function tell(onError: ((error: unknown) => void) | undefined, error: unknown): void {
  (async () => onError?.(error))().catch(() => {});
}
