export type { Authorization } from './endpoint/authorization';
export type { EndpointHandler, EndpointOptions } from './endpoint/create-endpoint';
export type { RateLimit, RateLimitStore } from './endpoint/rate-limit';
export {
  createIoSigner,
  type IoSigner,
  type IoSignerOptions,
} from './io-signature/create-io-signer';
export {
  IoSignatureError,
  type IoSignatureErrorCode,
  isIoSignatureError,
} from './io-signature/io-signature-error';
export {
  type IoSignatureHandlerOptions,
  ioSignatureHandler,
} from './io-signature/io-signature-handler';
export type { IoSignatureEncoding } from './io-signature/io-signature-hmac';
export { isSignerBusyError, SignerBusyError } from './io-signature/signer-busy-error';
export {
  type VerifyIoSignatureOptions,
  verifyIoSignature,
} from './io-signature/verify-io-signature';
export { createPartnerApi } from './partner-api/create-partner-api';
export { createLimiter, type Limiter, type LimiterOptions } from './partner-api/limiter';
export type {
  ChannelFilters,
  ClientFilters,
  FilterValue,
  ListQuery,
} from './partner-api/list-query';
export type {
  CreatedClient,
  EnsuredClient,
  NewClient,
  NewNumber,
  SubmittedNumber,
} from './partner-api/new-items';
export type { PartnerApi } from './partner-api/partner-api';
export {
  isPartnerApiError,
  PartnerApiError,
  type PartnerApiErrorCode,
} from './partner-api/partner-api-error';
export type { PartnerApiOptions } from './partner-api/partner-api-options';
export type { PartnerUrls } from './partner-api/read-new-items';
export type {
  CallOptions,
  ChannelApiKey,
  ChannelPermission,
  Dialog360Id,
  MetaId,
  Partner,
  PartnerChannel,
  PartnerClient,
  RawAnswer,
} from './partner-api/types';
export type { PlatformSecret } from './platform-secret';
export { memoryStore } from './store/memory-store';
export { type IoRedisClient, type NodeRedisClient, redisStore } from './store/redis-store';
export type { Store } from './store/store';
