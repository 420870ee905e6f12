import type { Call } from './create-call';
import type { PreparedQuery } from './list-query';
import { PartnerApiError } from './partner-api-error';
import type { CallOptions, RawAnswer } from './types';
import { pageSchema, readWire, UnreadableAnswer } from './wire';

/** 360dialog takes no more at once. */
const pageSize = 200;

/** A list of the Partner API. */
export type List<Item> = {
  /** Of the function, for error texts. */
  name: string;
  path: string;
  /** Under which key the items stand. */
  itemsKey: string;
  read: (answer: unknown) => Item;
};

/**
 * All items of a list that fit the query, in 360dialog's order. A page is fetched when its first item
 * is asked for, and forgotten with the next. Each `for await` begins anew.
 */
export function listPages<Item extends { id: string }>(
  call: Call,
  list: List<Item>,
  query: PreparedQuery<Item>,
  options: CallOptions,
): AsyncIterable<Item> {
  const fetchPage = (offset: number) =>
    call({
      ...options,
      name: list.name,
      path: list.path,
      search: { ...query.search, limit: String(pageSize), offset: String(offset) },
      hidden: query.values,
      read: (answer) => readPage(answer, list),
    });

  async function* items(): AsyncGenerator<Item, void> {
    for await (const page of newItems(fetchPage, list.name)) yield* page.filter(query.fits);
  }
  return { [Symbol.asyncIterator]: items };
}

type Page<Item> = { items: Item[]; total: number | null };

/** What each page has that the one before had not. */
async function* newItems<Item extends { id: string }>(
  fetchPage: (offset: number) => Promise<Page<Item>>,
  call: string,
): AsyncGenerator<Item[], void> {
  let idsBefore = new Set<string>();
  let offset = 0;
  for (;;) {
    const { items, total } = await fetchPage(offset);
    if (items.length === 0) return;
    // What was added meanwhile has moved the last items of one page to the next.
    const fresh = items.filter(({ id }) => !idsBefore.has(id));
    if (fresh.length === 0) {
      const developerMessage = 'The same page came twice: offset has no effect.';
      throw new PartnerApiError({ call, code: 'malformed_answer', status: 200, developerMessage });
    }
    yield fresh;
    // By what came, and not by what was asked for: 360dialog may give less at once.
    offset += items.length;
    if (total !== null && offset >= total) return;
    idsBefore = new Set(items.map(({ id }) => id));
  }
}

function readPage<Item>(answer: unknown, { itemsKey, read }: List<Item>): Page<Item> {
  const { total } = readWire(pageSchema, answer);
  const items = (answer as RawAnswer)[itemsKey];
  if (!Array.isArray(items)) throw new UnreadableAnswer(`${itemsKey} is no list.`);
  return { total, items: items.map(read) };
}
