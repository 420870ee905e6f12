/**
 * Who may have a signature. `401` and everything falsy: nobody is logged in. `403`: this user may
 * not. `true` or `{ user }` lets in; `user`, an ID of yours, is what `rateLimit` counts by, and
 * an empty one is nobody.
 */
export type Authorization =
  | boolean
  | { user: string | number | null | undefined }
  | 401
  | 403
  | ''
  | 0
  | null
  | undefined;

/** Truthy, as whoever wrote it may not have meant: a status, an error, a function not called. */
function looksRefused(answer: unknown): boolean {
  if (typeof answer === 'number' || typeof answer === 'function') return true;
  const { status, statusCode, error } = answer as Record<string, unknown>;
  return typeof status === 'number' || typeof statusCode === 'number' || !!error;
}

/**
 * What an answer of `authorize` means.
 *
 * @throws TypeError for an answer that looks like a refusal but would let in
 */
export function readAuthorization(answer: unknown): { refusal: 401 | 403 } | { user: unknown } {
  if (!answer || answer === 401) return { refusal: 401 };
  if (answer === 403) return { refusal: 403 };
  if (looksRefused(answer)) {
    throw new TypeError('authorize must return true, { user }, false, 401 or 403.');
  }
  if (typeof answer !== 'object' || !('user' in answer)) return { user: undefined };
  return answer.user ? { user: answer.user } : { refusal: 401 };
}
