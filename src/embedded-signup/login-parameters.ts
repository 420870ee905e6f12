import type { EmbeddedSignupOptions } from './types';

const coexistenceFeature = 'whatsapp_business_app_onboarding';

/**
 * What `FB.login` is called with.
 *
 * Version 4 takes its products from the login configuration, and Meta's pages differ about what has to be
 * in `extras`; none wants more than `setup`, and coexistence its feature.
 */
export function loginParameters<Exchanged>(options: EmbeddedSignupOptions<Exchanged>): object {
  const { configId, solutionId, setup, coexistence, extras } = options;
  return {
    config_id: configId,
    response_type: 'code',
    override_default_response_type: true,
    extras: {
      setup: { ...setup, ...(solutionId && { solutionID: solutionId }) },
      ...(coexistence && { featureType: coexistenceFeature }),
      ...extras,
    },
  };
}

/** Whether Meta is asked for it, be it by an extra of the app's. */
export const asksForCoexistence = <Exchanged>({
  coexistence,
  extras,
}: EmbeddedSignupOptions<Exchanged>): boolean =>
  coexistence || extras?.featureType === coexistenceFeature;
