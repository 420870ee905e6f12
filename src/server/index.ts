export {
  ApiKeyError,
  type ApiKeyErrorCode,
  isApiKeyError,
} from './api-keys/api-key-error';
export type { ApiKeySlot, ApiKeys } from './api-keys/api-keys';
export type { EncryptionKey } from './api-keys/encryption-keys';
export { type EnsuredApiKey, ensureApiKey } from './api-keys/ensure-api-key';
export type { EnsureApiKeyOptions } from './api-keys/ensure-options';
export { memoryKeys } from './api-keys/memory-keys';
export type { MessagingWebhook } from './api-keys/messaging-webhook';
export {
  type PostgresKeys,
  type PostgresKeysOptions,
  postgresKeys,
  postgresKeysSql,
} from './api-keys/postgres-keys';
export type { PgliteDatabase, PostgresConnection, PostgresPool } from './api-keys/postgres-pool';
export type { StoredApiKey, StoredWebhook } from './api-keys/stored-api-key';
export {
  CodeExchangeError,
  type CodeExchangeErrorCode,
  isCodeExchangeError,
} from './embedded-signup/code-exchange-error';
export { type ConnectedNumber, connectNumber } from './embedded-signup/connect-number';
export {
  ConnectNumberError,
  type ConnectNumberErrorCode,
  isConnectNumberError,
} from './embedded-signup/connect-number-error';
export type { ConnectNumberOptions } from './embedded-signup/connect-options';
export {
  type ExchangeCodeOptions,
  type ExchangedCode,
  exchangeCode,
} from './embedded-signup/exchange-code';
export type { Authorization } from './endpoint/authorization';
export type { EndpointHandler, EndpointOptions } from './endpoint/create-endpoint';
export type { RateLimit, RateLimitStore } from './endpoint/rate-limit';
export type { EventOutcome, OnEvent, ServerEvent } from './events/server-event';
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
export {
  type RedirectPageHandler,
  type RedirectPageOptions,
  redirectPage,
} from './redirect-page/redirect-page';
export type { ChannelProof } from './result/channels-of-client';
export {
  type OnboardingRedirectOptions,
  onboardingRedirectHandler,
} from './result/onboarding-redirect-handler';
export {
  type VerifiedChannel,
  type VerifiedResult,
  type VerifyResultOptions,
  verifyResult,
} from './result/verify-result';
export { createStates } from './states/create-states';
export { isResultError, ResultError, type ResultErrorCode } from './states/result-error';
export type { ExpectedResult, Run } from './states/run';
export { isStateBusyError, StateBusyError } from './states/state-busy-error';
export { type StateHandlerOptions, stateHandler } from './states/state-handler';
export type { Lease, MintOptions, States, StatesOptions } from './states/states';
export { memoryStore } from './store/memory-store';
export type { PostgresClient } from './store/postgres-client';
export { postgresStore, postgresStoreSql } from './store/postgres-store';
export { type IoRedisClient, type NodeRedisClient, redisStore } from './store/redis-store';
export type { Store } from './store/store';
export {
  type RawWebhook,
  verifyWebhook,
} from './webhooks/verify-webhook';
export { isWebhookError, WebhookError, type WebhookErrorCode } from './webhooks/webhook-error';
export {
  type ChannelEvent,
  type ChannelEventName,
  type ClientEvent,
  isKeyable,
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
} from './webhooks/webhook-event';
export {
  type WebhookDelivery,
  type WebhookHandlerOptions,
  webhookHandler,
} from './webhooks/webhook-handler';
export type { OnUnknown, WebhookContext, WebhookHandlers } from './webhooks/webhook-handlers';
export type { WebhookPartner, WebhookSecrets } from './webhooks/webhook-secrets';
