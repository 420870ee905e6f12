/**
 * What bundlers for the web take instead of `index.ts`, by the `browser` export condition. It has
 * every name, so that the build succeeds and the page says what is wrong.
 */
const refuse = (): never => {
  throw new Error(
    'react-360dialog-connect/server was loaded in a browser. It handles the platform secret, which ' +
      'signs webhooks too, and must run on your server only. In the app, use fetchIoSignature with ' +
      'ioSignatureFrom(url) instead.',
  );
};

export const createIoSigner = refuse();
export const ioSignatureHandler = refuse();
export const verifyIoSignature = refuse();
export const redirectPage = refuse();
export const memoryStore = refuse();
export const redisStore = refuse();
export const postgresStore = refuse();
export const postgresStoreSql = refuse();
export const verifyWebhook = refuse();
export const webhookHandler = refuse();
export const isKeyable = refuse();
export const WebhookError = refuse();
export const isWebhookError = refuse();
export const SignerBusyError = refuse();
export const IoSignatureError = refuse();
export const isIoSignatureError = refuse();
export const isSignerBusyError = refuse();
export const createStates = refuse();
export const stateHandler = refuse();
export const ResultError = refuse();
export const isResultError = refuse();
export const StateBusyError = refuse();
export const isStateBusyError = refuse();
export const createPartnerApi = refuse();
export const createLimiter = refuse();
export const PartnerApiError = refuse();
export const isPartnerApiError = refuse();
export const verifyResult = refuse();
export const onboardingRedirectHandler = refuse();
export const ensureApiKey = refuse();
export const memoryKeys = refuse();
export const postgresKeys = refuse();
export const postgresKeysSql = refuse();
export const ApiKeyError = refuse();
export const isApiKeyError = refuse();
export const exchangeCode = refuse();
export const CodeExchangeError = refuse();
export const isCodeExchangeError = refuse();
export const connectNumber = refuse();
export const ConnectNumberError = refuse();
export const isConnectNumberError = refuse();
