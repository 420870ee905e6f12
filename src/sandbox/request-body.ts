import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';

/** Refuses bodies that no form of ours can have. */
export const limitBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new HTTPException(413, { message: 'The body is too large: 64 kB are allowed.' });
  },
});

function expectType(c: Context, type: string) {
  const sent = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (sent !== type) throw new HTTPException(415, { message: `The Content-Type must be ${type}.` });
}

/** The fields of a submitted form. Never fails on malformed encoding. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  expectType(c, 'application/x-www-form-urlencoded');
  return new URLSearchParams(await c.req.text());
}

/**
 * A JSON body, as text. Insisting on the type keeps other websites from posting here:
 * browsers ask first before they send this type to another origin.
 */
export async function readJsonText(c: Context): Promise<string> {
  expectType(c, 'application/json');
  return c.req.text();
}
