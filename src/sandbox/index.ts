export { sandboxPlatformSecret } from './hub/spend-io-signature';
export { sandboxPartnerApiKey } from './partner-api/partner-api-routes';
export { createSandboxApp, type SandboxApp } from './sandbox-app';
export type { Scenario } from './scenario/scenario-keys';
export { type Sandbox, type SandboxOptions, startSandbox } from './start-sandbox';
export { createSandboxState, type SandboxState } from './state/sandbox-state';
