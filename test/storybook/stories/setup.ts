import { inject } from 'vitest';

// Before any story reads it. Storybook's head is in these pages too.
document.querySelector<HTMLMetaElement>('meta[name="onboarding-url"]')!.content =
  inject('onboardingUrl');
