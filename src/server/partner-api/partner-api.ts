import type { ChannelFilters, ClientFilters, ListQuery } from './list-query';
import type {
  CreatedClient,
  EnsuredClient,
  NewClient,
  NewNumber,
  SubmittedNumber,
} from './new-items';
import type { PartnerUrls } from './read-new-items';
import type {
  CallOptions,
  ChannelApiKey,
  ChannelPermission,
  Partner,
  PartnerChannel,
  PartnerClient,
} from './types';

/**
 * Calls of 360dialog's Partner API for one partner account. Each rejects with a `PartnerApiError`,
 * with a `TypeError` for an argument that cannot be right, or with the reason of an aborted `signal`.
 * Reading is repeated up to three times; what creates something never is.
 */
export type PartnerApi = {
  /** Whose account it is. */
  readonly partnerId: string;
  /** Your account, with the addresses that 360dialog has. */
  getPartner(options?: CallOptions): Promise<Partner>;
  /** Sets one address or both, then reads your account back. What is not given stays. */
  setUrls(urls: PartnerUrls, options?: CallOptions): Promise<Partner>;
  /**
   * Your clients, page by page as they are read; all without a query.
   *
   * @throws TypeError at once, for a filter that is unknown or `undefined`
   */
  listClients(
    query?: ListQuery<ClientFilters>,
    options?: CallOptions,
  ): AsyncIterable<PartnerClient>;
  /**
   * Your clients' channels, page by page as they are read; all without a query.
   *
   * @throws TypeError at once, for a filter that is unknown or `undefined`
   */
  listChannels(
    query?: ListQuery<ChannelFilters>,
    options?: CallOptions,
  ): AsyncIterable<PartnerChannel>;
  /** The channel with this ID; `null` when it is none of yours. */
  getChannel(channelId: string, options?: CallOptions): Promise<PartnerChannel | null>;
  /**
   * Which of a client's numbers you may use. The body of this answer is not documented: `null` where
   * it does not say. A client can take a permission back at any time.
   */
  listPermissions(clientId: string, options?: CallOptions): Promise<ChannelPermission[] | null>;
  /**
   * Makes a new API key. **It revokes the channel's older keys and drops its messaging webhook**, and
   * is shown this once: store it before any other call. Never repeated.
   */
  createApiKey(channelId: string, options?: CallOptions): Promise<ChannelApiKey>;
  /** Creates a client, and another one when called again. Never repeated; see `ensureClient`. */
  createClient(client: NewClient, options?: CallOptions): Promise<CreatedClient>;
  /**
   * The client with this e-mail, which is created where there is none. Looks before it creates, and
   * again where creating failed, because 360dialog may fail after it has created. Calls of one process
   * for one e-mail wait for each other; those of several processes need a lock of yours.
   */
  ensureClient(client: NewClient, options?: CallOptions): Promise<EnsuredClient>;
  /** Hands in a number of your own Embedded Signup. Never repeated. */
  submitNumber(number: NewNumber, options?: CallOptions): Promise<SubmittedNumber>;
};
