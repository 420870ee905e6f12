import type { PartnerChannel, PartnerClient } from './types';

/** A value of a filter under 360dialog's own name. */
export type FilterValue = string | number | boolean;

/** Which clients. */
export type ClientFilters = {
  /** This one. */
  id?: string;
  /** With this e-mail, in upper or lower case. 360dialog's own filter is not reliable. */
  email?: string;
  /** More filters, under 360dialog's own names; its answer is taken as it is. */
  other?: Record<string, FilterValue>;
};

/** Which channels. */
export type ChannelFilters = {
  /** This one. */
  id?: string;
  /** Those of this client. */
  clientId?: string;
  /** More filters, under 360dialog's own names; its answer is taken as it is. */
  other?: Record<string, FilterValue>;
};

/** Which items of a list, and in which order. */
export type ListQuery<Filters> = {
  /** Only what fits all of these. */
  filters?: Filters | undefined;
  /** A name of 360dialog's to sort by; `-` before it turns the order round. */
  sort?: string | undefined;
};

/** A filter of ours: its name on the wire, and the check of what came. */
type Filter<Item> = { wireName: string; fits: (item: Item, value: string) => boolean };

type FilterTable<Item> = Readonly<Record<string, Filter<Item>>>;

/** Those of `listClients`. */
export const clientFilters: FilterTable<PartnerClient> = {
  id: { wireName: 'id', fits: (client, id) => client.id === id },
  email: {
    wireName: 'contact_info.email',
    fits: (client, email) => client.email?.toLowerCase() === email.toLowerCase(),
  },
};

/** Those of `listChannels`. */
export const channelFilters: FilterTable<PartnerChannel> = {
  id: { wireName: 'id', fits: (channel, id) => channel.id === id },
  clientId: { wireName: 'client_id', fits: (channel, id) => channel.clientId === id },
};

/** A query as it is sent, and a check of each item: what does not fit must not be taken for it. */
export type PreparedQuery<Item> = {
  search: Record<string, string>;
  /** What the filters ask for: kept out of errors. */
  values: string[];
  fits: (item: Item) => boolean;
};

/**
 * @throws TypeError for a filter that is unknown or `undefined`: without it, the list would have
 * everybody in it
 */
export function prepareQuery<Item>(
  query: ListQuery<ClientFilters | ChannelFilters>,
  table: FilterTable<Item>,
): PreparedQuery<Item> {
  const { filters = {}, sort } = query;
  const { other = {}, ...own } = filters;
  const onWire: Record<string, unknown> = {};
  const checks: ((item: Item) => boolean)[] = [];
  for (const [name, value] of Object.entries<unknown>(own)) {
    const filter = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!filter) throw new TypeError(`filters has no "${name}"; it may stand in filters.other.`);
    if (typeof value !== 'string' || value === '') {
      throw new TypeError(`filters.${name} must be a text that is not empty.`);
    }
    onWire[filter.wireName] = value;
    checks.push((item) => filter.fits(item, value));
  }
  for (const [name, value] of Object.entries(other)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      throw new TypeError(`filters.other.${name} must be a text, a number, true or false.`);
    }
    onWire[name] = value;
  }
  if (sort !== undefined && !/^-?[\w.]+$/.test(sort)) {
    throw new TypeError('sort must be a name, perhaps with "-" before it.');
  }
  const values = Object.values(onWire).map(String);
  const hasFilters = values.length > 0;
  return {
    values,
    // Strict JSON: quotes of another kind make 360dialog answer an empty or a wrong list.
    search: { ...(hasFilters && { filters: JSON.stringify(onWire) }), ...(sort && { sort }) },
    fits: (item) => checks.every((check) => check(item)),
  };
}
