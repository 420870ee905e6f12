export { sandboxPlatformSecret } from './hub/io-signature-check';
export { createSandboxApp, type SandboxApp } from './sandbox-app';
export type { Scenario } from './scenario/scenario';
export { type Sandbox, type SandboxOptions, startSandbox } from './start-sandbox';
export { createSandboxState, type SandboxState } from './state/sandbox-state';
