/** What the visitor of a redirect page reads when nobody took the result. */
export const finishedText = 'Finished. You can close this window.';
