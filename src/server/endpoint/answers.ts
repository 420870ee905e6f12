/** The fixed word of each refusal, so that no answer tells more than it has to. */
const words = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  405: 'method_not_allowed',
  413: 'content_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  500: 'internal_error',
  503: 'busy',
};

/** A status that says no. */
type RefusalStatus = keyof typeof words;

type Headers = Record<string, string>;

/** An answer that nobody stores or sniffs; JSON, where it has a body. */
export function answer(status: number, body: object | null, headers: Headers = {}): Response {
  return new Response(body && JSON.stringify(body), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
  });
}

/** `{ "error": "word" }` */
export const refuse = (status: RefusalStatus, headers?: Headers): Response =>
  answer(status, { error: words[status] }, headers);

/** The same, with when to come again. */
export const refuseForNow = (status: 429 | 503, seconds: number, headers?: Headers): Response =>
  refuse(status, { ...headers, 'Retry-After': String(seconds) });

/** The word of a refusal; none where an answer refuses nothing. */
export const wordOf = (status: number): string | undefined =>
  (words as Record<number, string>)[status];
