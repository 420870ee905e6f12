import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import type { Scenario } from 'react-360dialog-connect/sandbox';

/**
 * Where the stories find the sandbox hub. `npm start` sets it; a static site has none, unless its
 * host writes one into this tag.
 */
export const onboardingUrl: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[name="onboarding-url"]')?.content || undefined;

/** The partners of the stories; the sandbox makes one with its first use. */
export const partners = {
  partnerPayment: 'aAbBcCPA',
  directPayment: 'dDeEfFPA',
  ioSignatures: 'sSiIgGPA',
  /** Its hub cuts the link to the popup; see `setScenario`. */
  detached: 'cCoOpPPA',
};

/** The options that lead a story to the sandbox and back to itself; without one, to no hub at all. */
export const sandboxOptions = {
  partnerId: partners.partnerPayment,
  onboardingUrl: onboardingUrl ?? 'https://sandbox.invalid/onboarding/{partnerId}',
  queryParameters: {
    redirect_url: location.href,
    email: 'ana@bluebird.example',
    name: 'Ana Lima',
  },
};

/** A signing endpoint of the sandbox, which plays the partner's server too. */
export const signingEndpoint = (query = '') =>
  new URL(
    `/partner-backend/${partners.ioSignatures}/io-signature${query}`,
    onboardingUrl ?? location.href,
  );

type EmbeddedSignupIds = Pick<EmbeddedSignupOptions, 'appId' | 'configId'>;

/** The options that let the sandbox play Meta; without one, nobody does, and nothing is loaded. */
export const signupOptions: EmbeddedSignupIds & Partial<EmbeddedSignupOptions> = {
  appId: '1234567890',
  configId: '9876543210',
  sdkUrl: new URL('/facebook/sdk.js', onboardingUrl ?? 'https://sandbox.invalid').href,
  origins: [new URL(onboardingUrl ?? 'https://sandbox.invalid').origin],
  preload: onboardingUrl ? 'mount' : 'none',
};

/** Changes what the next runs of one partner do. */
export async function setScenario(scenario: Scenario & { partnerId: string }): Promise<void> {
  if (!onboardingUrl) return;
  await fetch(new URL('/__scenario', onboardingUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(scenario),
  });
}
