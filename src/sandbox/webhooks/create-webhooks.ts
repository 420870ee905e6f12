import type { SandboxState } from '../state/sandbox-state';
import { createBackground } from './background';
import { createOnboardingNews, type OnboardingNews } from './create-onboarding-news';
import { createSender, type WebhookSender } from './create-sender';

/** 360dialog's webhooks, played. */
export type SandboxWebhooks = OnboardingNews &
  Pick<WebhookSender, 'sendTest' | 'sendAgain'> & {
    /** Ends timers and calls. */
    close(): void;
  };

/** Makes the webhooks of one sandbox. */
export function createWebhooks(state: SandboxState): SandboxWebhooks {
  const background = createBackground();
  const sender = createSender(state, background);
  const { begin, stepOn } = createOnboardingNews(state, sender, background);
  const { sendTest, sendAgain } = sender;
  return { begin, stepOn, sendTest, sendAgain, close: background.close };
}
