import { readSignupMessage, type SignupMessage } from './read-signup-message';

/** Meta's own sample takes every origin that ends in `facebook.com`, so `evilfacebook.com`, too. */
const metaOrigins = ['https://www.facebook.com'];

/** Hears what Meta's signup says, from whole origins only, until the signal. */
export function listenForMessages(
  origins: readonly string[] = metaOrigins,
  signal: AbortSignal,
  hear: (message: SignupMessage) => void,
): void {
  addEventListener(
    'message',
    ({ origin, data }) => {
      // zone.js takes no notice of an aborted signal.
      if (signal.aborted || !origins.includes(origin)) return;
      const message = readSignupMessage(data);
      if (message) hear(message);
    },
    { signal },
  );
}
