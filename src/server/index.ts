export type { Authorization } from './endpoint/authorization';
export type { RateLimit, RateLimitStore } from './endpoint/rate-limit';
export {
  createIoSigner,
  type IoSigner,
  type IoSignerOptions,
} from './io-signature/create-io-signer';
export type { ReserveSecond } from './io-signature/create-second-issuer';
export { IoSignatureError, type IoSignatureErrorCode } from './io-signature/io-signature-error';
export {
  type IoSignatureHandler,
  type IoSignatureHandlerOptions,
  ioSignatureHandler,
} from './io-signature/io-signature-handler';
export type { IoSignatureEncoding } from './io-signature/io-signature-hmac';
export { SignerBusyError } from './io-signature/signer-busy-error';
export {
  type VerifyIoSignatureOptions,
  verifyIoSignature,
} from './io-signature/verify-io-signature';
export type { PlatformSecret } from './platform-secret';
export { type IoRedisClient, type NodeRedisClient, redisSeconds } from './store/redis-seconds';
