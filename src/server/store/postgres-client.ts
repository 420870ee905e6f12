/**
 * What is used of a client or pool of PostgreSQL: `pg`, PGlite, or an adapter of a few lines for
 * another one.
 */
export type PostgresClient = {
  /** Runs one statement with `$1`, `$2` in it. A pool takes a connection for it, and gives it back. */
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
};

/** A name goes into the statements as it is, so it is held to what needs no second thought. */
export function quoteTable(table: string): string {
  const name = '[a-z_][a-z0-9_]{0,62}';
  if (typeof table === 'string' && new RegExp(`^(${name}\\.)?${name}$`).test(table)) {
    return table.replace(/[^.]+/g, '"$&"');
  }
  throw new TypeError(
    'table must be a name such as "connect_store" or "my_schema.connect_store": lowercase letters, digits and _.',
  );
}

/**
 * The rows of an answer.
 *
 * @throws TypeError for a client that answers otherwise
 */
export function rowsOf(result: unknown): Record<string, unknown>[] {
  const { rows } = Object(result) as { rows?: unknown };
  if (Array.isArray(rows)) return rows;
  throw new TypeError('query must resolve to { rows }.');
}
