import {
  createPartnerApi,
  createStates,
  memoryKeys,
  memoryStore,
} from 'react-360dialog-connect/server';

export const api = createPartnerApi({
  partnerId: process.env.D360_PARTNER_ID,
  apiKey: process.env.D360_PARTNER_API_KEY,
  // The sandbox's while you develop; in production it is not set, so 360dialog's own.
  baseUrl: process.env.D360_PARTNER_API_URL,
});

// In production `postgresStore(pool)` and `postgresKeys(pool, { encryptionKey })`: they last.
export const store = memoryStore();
export const keys = memoryKeys();

/** An hour, because nobody is done with Meta's window in less than some minutes. */
export const states = createStates({ store, maxAgeSeconds: 3600 });
