import { inject } from 'vitest';

// Before any story reads it.
import.meta.env['STORYBOOK_ONBOARDING_URL'] = inject('onboardingUrl');
