/** Stands for the login of your app: who sent this request? */
export async function sessionOf(request: Request): Promise<{ userId: string } | null> {
  const userId = /\bsession=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return userId ? { userId } : null;
}
