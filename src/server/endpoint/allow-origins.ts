/** Which pages may ask for a signature, and what a browser is told about it. */
export type AllowedOrigins = {
  /** Whether a page of the endpoint's own origin, or of a listed one, sent the request. */
  accepts(request: Request): boolean;
  /** The CORS headers for a listed origin; none for all others. */
  corsHeaders(request: Request): Record<string, string>;
  /** The answer to the question that a browser asks before a call from another origin. */
  preflight(request: Request): Record<string, string> | null;
};

/**
 * The check that keeps other sites' pages from using a visitor's login. `Sec-Fetch-Site` decides,
 * which no page can set; without it, `Origin`. A request with neither comes from no page.
 *
 * @throws TypeError when `origins` holds something that no browser sends as `Origin`
 */
export function allowOrigins(origins: readonly string[]): AllowedOrigins {
  for (const origin of origins) {
    const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin;
    if (!isOrigin || !/^https?:/.test(origin) || origin.includes('*')) {
      throw new TypeError('origins takes origins like "https://app.example.com", no path or "*".');
    }
  }
  const listedOrigin = (request: Request) => {
    const origin = request.headers.get('origin');
    return origin !== null && origins.includes(origin) ? origin : null;
  };
  const corsHeaders = (request: Request): Record<string, string> => {
    if (origins.length === 0) return {};
    const origin = listedOrigin(request);
    if (!origin) return { Vary: 'Origin' };
    return {
      Vary: 'Origin',
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Expose-Headers': 'Retry-After',
    };
  };

  return {
    accepts(request) {
      if (listedOrigin(request)) return true;
      const site = request.headers.get('sec-fetch-site');
      if (site !== null) return site === 'same-origin';
      return request.headers.get('origin') === new URL(request.url).origin;
    },
    corsHeaders,
    preflight(request) {
      if (!listedOrigin(request)) return null;
      const wanted = request.headers.get('access-control-request-headers');
      return {
        ...corsHeaders(request),
        Vary: 'Origin, Access-Control-Request-Headers',
        'Access-Control-Allow-Methods': 'POST',
        ...(wanted && { 'Access-Control-Allow-Headers': wanted }),
      };
    },
  };
}
