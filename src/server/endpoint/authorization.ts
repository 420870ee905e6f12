/**
 * Who is let in. `true`, or `{ user }`, and nothing beside it, with an ID of yours: a string that is not
 * empty or a number, which `rateLimit` counts by. `false`, `401` and a `user` that is missing, empty or 0:
 * nobody is logged in. `403`: this user may not. Whatever else it answers lets nobody in, and is an error of
 * yours.
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

/** The user who is let in, `undefined` where the app did not say who it is; or why nobody is. */
type ReadAuthorization = { refusal: 401 | 403 } | { user: string | undefined };

/**
 * What an answer of `authorize` means. Only what is known to let in lets in.
 *
 * @throws TypeError for an answer that is none of those that are known
 */
export function readAuthorization(answer: unknown): ReadAuthorization {
  if (answer === true) return { user: undefined };
  if (!answer || answer === 401) return { refusal: 401 };
  if (answer === 403) return { refusal: 403 };
  if (isUserAlone(answer)) {
    if (!answer.user) return { refusal: 401 };
    const user = readUser(answer.user);
    if (user !== undefined) return { user };
  }
  throw new TypeError(
    'authorize must return true, { user }, false, 401 or 403; user must be a string or a number, and nothing else beside it.',
  );
}

function readUser(user: unknown): string | undefined {
  if (typeof user === 'string') return user.trim() === '' ? undefined : user;
  return Number.isFinite(user) ? String(user) : undefined;
}

/**
 * A plain object with `user` and nothing else: beside it could stand that the user is not let in, as
 * `authenticated: false` does, and a session, a response or an error is no answer.
 */
function isUserAlone(answer: unknown): answer is { user: unknown } {
  if (typeof answer !== 'object' || answer === null) return false;
  const prototype = Object.getPrototypeOf(answer);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && Object.keys(answer).join() === 'user';
}
