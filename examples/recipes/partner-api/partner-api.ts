import { createPartnerApi } from 'react-360dialog-connect/server';

export const partnerApi = createPartnerApi({
  partnerId: process.env.D360_PARTNER_ID,
  apiKey: process.env.D360_PARTNER_API_KEY,
  // The sandbox's while you develop; in production it is not set, so 360dialog's own.
  baseUrl: process.env.D360_PARTNER_API_URL,
});
