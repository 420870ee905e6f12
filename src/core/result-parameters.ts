/** What the hub appends to the redirect URL. */
export const resultParameters = ['client', 'channels', 'revoked', 'state'];

/**
 * The one definition of a result, for the redirect page and for the window that opened it. Anything
 * less is somebody else's.
 */
export const hasResult = (parameters: URLSearchParams): boolean =>
  parameters.has('client') && (parameters.has('channels') || parameters.has('revoked'));
