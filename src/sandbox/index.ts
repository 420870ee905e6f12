export { sandboxPlatformSecret } from './io-signature-check';
export { createSandboxApp, type SandboxApp } from './sandbox-app';
export { createSandboxState, type SandboxState } from './sandbox-state';
export type { Scenario } from './scenario';
export { type Sandbox, type SandboxOptions, startSandbox } from './start-sandbox';
