export type { Authorization } from './authorization';
export { createIoSigner, type IoSigner, type IoSignerOptions } from './create-io-signer';
export type { ReserveSecond } from './create-second-issuer';
export { IoSignatureError, type IoSignatureErrorCode } from './io-signature-error';
export {
  type IoSignatureHandler,
  type IoSignatureHandlerOptions,
  ioSignatureHandler,
} from './io-signature-handler';
export type { IoSignatureEncoding } from './io-signature-hmac';
export type { PlatformSecret } from './platform-secret';
export type { RateLimit, RateLimitStore } from './rate-limit';
export { type IoRedisClient, type NodeRedisClient, redisSeconds } from './redis-seconds';
export { SignerBusyError } from './signer-busy-error';
export { type VerifyIoSignatureOptions, verifyIoSignature } from './verify-io-signature';
