import { configure } from 'storybook/test';
import { afterEach, expect, inject } from 'vitest';

// Before any story reads it. Storybook's head is in these pages too.
document.querySelector<HTMLMetaElement>('meta[name="onboarding-url"]')!.content =
  inject('onboardingUrl');

document.documentElement.style.fontSize = inject('textSize');

// A busy machine takes longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  for (const only of ['main', 'main h1'])
    expect(document.querySelectorAll(only), only).toHaveLength(1);
});
