/** What the recipe uses of the functions that Nuxt imports by itself. */
declare function defineEventHandler<Answer>(handler: (event: object) => Answer): typeof handler;
declare function toWebRequest(event: object): Request;
