export { mockOnboarding, type OnboardingMock } from './mock-onboarding';
