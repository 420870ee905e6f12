import type { CallbackObject, OnboardingError, OnboardingStatus } from 'react-360dialog-connect';

/** What is said, and how it is meant. */
export type Announcement = { tone: 'plain' | 'good' | 'bad'; text: string };

const numbers = (ids: string[]) => (ids.length === 1 ? 'one number' : `${ids.length} numbers`);

function connected({ client, channels, revokedChannels = [] }: CallbackObject): string {
  const permitted = channels.length ? `may use ${numbers(channels)}` : 'may use no number';
  const revoked = revokedChannels.length
    ? ` The permission for ${numbers(revokedChannels)} was taken away.`
    : '';
  return `Connected. You ${permitted} of client ${client}.${revoked}`;
}

/** The one sentence that an app says about an attempt, for eyes and for screen readers. */
export function announcementOf(
  status: OnboardingStatus,
  result: CallbackObject | null,
  error: OnboardingError | null,
): Announcement {
  switch (status) {
    case 'idle':
      return { tone: 'plain', text: '' };
    case 'preparing':
    case 'signing':
      return { tone: 'plain', text: 'Preparing the connection.' };
    case 'open':
      return { tone: 'plain', text: 'Please continue in the window that has opened.' };
    case 'cancelled':
      return { tone: 'plain', text: 'The window was closed. You can start again at any time.' };
    case 'failed':
      return { tone: 'bad', text: error ? failed(error) : '' };
    case 'completed':
      return result
        ? { tone: result.channels.length ? 'good' : 'plain', text: connected(result) }
        : { tone: 'plain', text: '' };
  }
}

/** A code that is new is an error of the compiler. */
function failed({ code }: OnboardingError): string {
  switch (code) {
    case 'popup_blocked':
      return 'Your browser has blocked the window. Please allow it, and try again.';
    case 'preparation_failed':
    case 'signature_failed':
      return 'The connection could not be prepared. Please try again.';
    case 'timeout':
      return 'That took too long. Please try again.';
    case 'invalid_options':
      return 'This button is not set up yet.';
    case 'state_mismatch':
    case 'invalid_redirect':
      return 'The answer could not be trusted. Please try again.';
  }
}
