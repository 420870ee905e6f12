import {
  connectNumber,
  createIoSigner,
  createPartnerApi,
  createStates,
  ensureApiKey,
  exchangeCode,
  ioSignatureHandler,
  onboardingRedirectHandler,
  stateHandler,
  verifyIoSignature,
  verifyWebhook,
  webhookHandler,
} from 'react-360dialog-connect/server';
import { describe, expect, it } from 'vitest';

const functions: Record<string, (...options: never[]) => unknown> = {
  createIoSigner,
  createPartnerApi,
  createStates,
  connectNumber,
  ensureApiKey,
  exchangeCode,
  ioSignatureHandler,
  onboardingRedirectHandler,
  stateHandler,
  verifyIoSignature,
  verifyWebhook,
  webhookHandler,
};

describe('a call without options, in plain JavaScript', () => {
  it.each(
    Object.keys(functions).flatMap((name) => [undefined, null].map((none) => ({ name, none }))),
  )('is told what $name needs ($none)', async ({ name, none }) => {
    const call = async () => functions[name]!(none as never);

    const error = await call().catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).not.toMatch(/^Cannot /);
  });
});
