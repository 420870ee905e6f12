/** Stands in for the app's own login. */
export const sessionOf = async (request: Request) =>
  request.headers.get('cookie')?.includes('user=ana') ? { userId: 'ana' } : undefined;
