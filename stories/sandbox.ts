/** Where the stories find the sandbox hub; `npm start` sets it. */
export const onboardingUrl: string | undefined = import.meta.env['STORYBOOK_ONBOARDING_URL'];

/** The sandbox's demo partners. */
export const partners = {
  partnerPayment: 'aAbBcCPA',
  directPayment: 'dDeEfFPA',
  ioSignatures: 'sSiIgGPA',
};

/** The options that lead a story to the sandbox and back to itself. */
export const sandboxOptions = {
  partnerId: partners.partnerPayment,
  ...(onboardingUrl && { onboardingUrl }),
  queryParameters: {
    redirect_url: location.href,
    email: 'ana@bluebird.example',
    name: 'Ana Lima',
  },
};
