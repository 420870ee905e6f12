import { createLimiter, createPartnerApi, redisStore } from 'react-360dialog-connect/server';
import { createClient } from 'redis';

const redis = await createClient({
  url: process.env.REDIS_URL ?? 'redis://localhost:6379',
}).connect();

export const partnerApi = createPartnerApi({
  partnerId: process.env.D360_PARTNER_ID,
  apiKey: process.env.D360_PARTNER_API_KEY,
  limiter: createLimiter({ store: redisStore(redis), name: 'aAbBcCPA' }),
});
