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

/**
 * What an answer of `authorize` means.
 *
 * @throws TypeError for an answer that looks like a refusal but would let in
 */
export function readAuthorization(answer: unknown): { refusal: 401 | 403 } | { user: unknown } {
  if (!answer || answer === 401) return { refusal: 401 };
  if (answer === 403) return { refusal: 403 };
  if (typeof answer === 'number' || answer instanceof Response) {
    throw new TypeError('authorize must return true, { user }, false, 401 or 403.');
  }
  if (typeof answer !== 'object' || !('user' in answer)) return { user: undefined };
  return answer.user ? { user: answer.user } : { refusal: 401 };
}
