/** A name of the table: the one given where it has that, else the usual one. Values come from databases, too. */
export const oneOf = <Table extends object>(
  table: Table,
  name: keyof Table | null | undefined,
  usual: keyof Table,
): keyof Table => (name != null && Object.hasOwn(table, name) ? name : usual);
