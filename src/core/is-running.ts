import type { OnboardingStatus } from './types';

/** Whether an attempt is running, so that a click has a popup to bring to the front. */
export const isRunning = (status: OnboardingStatus): boolean =>
  status === 'preparing' || status === 'signing' || status === 'open';
