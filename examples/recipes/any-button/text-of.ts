import type { OnboardingStatus } from 'react-360dialog-connect';

const texts: Partial<Record<OnboardingStatus, string>> = {
  preparing: 'One moment…',
  signing: 'One moment…',
  open: 'Continue in the window',
  completed: 'Connected',
  failed: 'Try again',
};

/** What the button says. */
export const textOf = (status: OnboardingStatus) => texts[status] ?? 'Connect WhatsApp';
