export { EmbeddedSignupButton, type EmbeddedSignupButtonProps } from './embedded-signup-button';
export { type EmbeddedSignupHook, useEmbeddedSignup } from './use-embedded-signup';
