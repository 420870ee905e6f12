export { createEmbeddedSignup, type EmbeddedSignup } from './create-embedded-signup';
export {
  EmbeddedSignupError,
  type EmbeddedSignupErrorCode,
  isEmbeddedSignupError,
  type MetaReport,
} from './errors';
export type { SignupSetup } from './setup-types';
export {
  type StartEmbeddedSignupOptions,
  type StartedEmbeddedSignup,
  startEmbeddedSignup,
} from './start-embedded-signup';
export type {
  BusinessId,
  EmbeddedSignupOptions,
  EmbeddedSignupResult,
  EmbeddedSignupSnapshot,
  EmbeddedSignupStatus,
  PhoneNumberId,
  SignupKind,
  WabaId,
} from './types';
