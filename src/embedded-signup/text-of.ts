/** What came as a text or a number, as text; `''` for all else, which may have none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
