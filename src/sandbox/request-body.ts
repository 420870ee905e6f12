import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

const maxLength = 64 * 1024;

/** The body as text, if it is of this type and no longer than any form of ours can be. */
async function readText(c: Context, type: string): Promise<string> {
  const sent = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (sent !== type) throw new HTTPException(415, { message: `The Content-Type must be ${type}.` });
  const isLong = (length: number) => length > maxLength;
  const text = isLong(Number(c.req.header('Content-Length'))) ? null : await c.req.text();
  if (text !== null && !isLong(text.length)) return text;
  throw new HTTPException(413, { message: 'The body is too large: 64 kB are allowed.' });
}

/** The fields of a submitted form. Never fails on malformed encoding. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(c, 'application/x-www-form-urlencoded'));
}

/**
 * A JSON body, as text. Insisting on the type keeps other websites from posting here:
 * browsers ask first before they send this type to another origin.
 */
export const readJsonText = (c: Context): Promise<string> => readText(c, 'application/json');
