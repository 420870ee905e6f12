/** What the recipe uses of `@cloudflare/workers-types`. */
interface D1Database {
  prepare(sql: string): {
    bind(...values: unknown[]): { run(): Promise<{ meta: { changes: number } }> };
  };
}
