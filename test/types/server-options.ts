import type * as server from 'react-360dialog-connect/server';

/** The optional members that take no `undefined`. Only `exactOptionalPropertyTypes` tells them apart. */
type Refusing<Options> = {
  [Name in keyof Options]-?: { [_ in Name]: undefined } extends Pick<Options, Name>
    ? never
    : object extends Pick<Options, Name>
      ? Name
      : never;
}[keyof Options];

/** Each option of each function, but the filters of lists: one that is `undefined` would list everybody. */
const refusing: [
  Refusing<server.ConnectNumberOptions>,
  Refusing<server.EndpointOptions>,
  Refusing<server.EnsureApiKeyOptions>,
  Refusing<server.ExchangeCodeOptions>,
  Refusing<server.IoSignatureHandlerOptions>,
  Refusing<server.IoSignerOptions>,
  Refusing<server.LimiterOptions>,
  Refusing<server.ListQuery<server.ChannelFilters>>,
  Refusing<server.MessagingWebhook>,
  Refusing<server.MintOptions>,
  Refusing<server.NewClient>,
  Refusing<server.NewNumber>,
  Refusing<server.OnboardingRedirectOptions>,
  Refusing<server.PartnerApiOptions>,
  Refusing<server.PartnerUrls>,
  Refusing<server.PostgresKeysOptions>,
  Refusing<server.RateLimit>,
  Refusing<server.RedirectPageOptions>,
  Refusing<server.StateHandlerOptions>,
  Refusing<server.StatesOptions>,
  Refusing<server.VerifyIoSignatureOptions>,
  Refusing<server.VerifyResultOptions>,
  Refusing<server.WebhookHandlerOptions>,
  Refusing<NonNullable<Parameters<typeof server.postgresStore>[1]>>,
  Refusing<NonNullable<Parameters<typeof server.redisStore>[1]>>,
][number][] = [];

export const none: never[] = refusing;
