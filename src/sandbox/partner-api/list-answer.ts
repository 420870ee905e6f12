import type { Context } from 'hono';
import { readObject } from '../read-object';

const maxLimit = 200;
const usualLimit = 20;

/**
 * A page of a list, as 360dialog answers it: filters are strict JSON, a name may be a path, and a `-`
 * before the name to sort by turns the order round.
 */
export function answerList<Item extends object>(c: Context, items: Item[], itemsKey: string) {
  const filters = readObject(c.req.query('filters') ?? '{}');
  if (!filters) return c.json({ message: 'filters must be a JSON object' }, 400);
  const sort = c.req.query('sort') ?? '';
  const limit = Math.min(readCount(c.req.query('limit'), usualLimit), maxLimit);
  const offset = readCount(c.req.query('offset'), 0);
  const found = items.filter((item) =>
    Object.entries(filters).every(([path, value]) => valueAt(item, path) === value),
  );
  const page = sorted(found, sort).slice(offset, offset + limit);
  return c.json({
    count: page.length,
    total: found.length,
    limit,
    offset,
    sort: sort ? [sort] : [],
    filters,
    [itemsKey]: page,
  });
}

const readCount = (text: string | undefined, usual: number) =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : usual;

const valueAt = (item: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (Object(value) as Record<string, unknown>)[key], item);

function sorted<Item extends object>(items: Item[], sort: string): Item[] {
  if (!sort) return items;
  const direction = sort.startsWith('-') ? -1 : 1;
  const textOf = (item: Item) => String(valueAt(item, sort.replace(/^-/, '')));
  return items.toSorted((a, b) => direction * textOf(a).localeCompare(textOf(b)));
}
