import type { OnboardingStatus } from './types';

const running: Record<OnboardingStatus, boolean> = {
  idle: false,
  preparing: true,
  signing: true,
  open: true,
  completed: false,
  cancelled: false,
  failed: false,
};

/** Whether an attempt is running, so that a click has a popup to bring to the front. */
export const isRunning = (status: OnboardingStatus): boolean => running[status];
