/**
 * Your endpoint's refusal: the `cause` of an `OnboardingError` where `ioSignatureFrom` asked. Its text
 * holds nothing that the endpoint answered.
 *
 * @example
 * onError={({ cause }) => {
 *   const { retryAfterSeconds } = cause as EndpointError;
 *   if (retryAfterSeconds) setHint(`Please try again in ${retryAfterSeconds} s.`);
 * }}
 */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  /** The HTTP status, such as 401, 429 or 503. */
  declare readonly status: number;
  /** The word of the answer `{ "error": "word" }`, as the handlers of `./server` have it. */
  declare readonly error: string | undefined;
  /** When to come again, as `Retry-After` says. */
  declare readonly retryAfterSeconds: number | undefined;

  constructor(status: number, error?: string, retryAfterSeconds?: number) {
    super(`The endpoint answered ${status}.`);
    Object.assign(this, { status, error, retryAfterSeconds });
  }
}

/** Reads a refusal, whatever it is. */
export async function readRefusal(response: Response): Promise<EndpointError> {
  const seconds = Number(response.headers.get('retry-after') || Number.NaN);
  return new EndpointError(
    response.status,
    await readWord(response),
    seconds >= 0 ? seconds : undefined,
  );
}

/** One of our own words only: other endpoints may put a client's data into what they answer. */
async function readWord(response: Response): Promise<string | undefined> {
  const body = await response.json().catch(() => null);
  const error = body?.error;
  return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? error : undefined;
}
