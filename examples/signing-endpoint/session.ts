import type { Request as ExpressRequest } from 'express';

const userIdIn = (cookie: string | null | undefined) => /\bsession=(\w+)/.exec(cookie ?? '')?.[1];

/** Stands for the login of your app: who sent this request? */
export async function sessionOf(request: Request): Promise<{ userId: string } | null> {
  const userId = userIdIn(request.headers.get('cookie'));
  return userId ? { userId } : null;
}

/** The same for Express, where middleware before has usually found it out. */
export const userIdOf = (req: ExpressRequest) => userIdIn(req.headers.cookie);
