import { isWebAddress } from '../../core/is-web-address';

/** Which pages may ask, and what a browser is told about it. */
type AllowedOrigins = {
  /** For the `Allow` header of a refusal. */
  methods: string;
  /** Whether a page of the endpoint's own origin, or of a listed one, sent the request. */
  accepts(request: Request): boolean;
  /** The CORS headers for a listed origin; none for all others. */
  corsHeaders(request: Request): Record<string, string>;
  /**
   * The answer to the question that a browser asks before a call from another origin. Nothing for
   * other requests, and where no origin is listed.
   */
  preflight(request: Request): { isAllowed: boolean; headers: Record<string, string> } | undefined;
};

/**
 * The check that keeps other sites' pages from using a visitor's login. `Sec-Fetch-Site` decides,
 * which no page can set; without it, `Origin`. A request with neither comes from no page.
 *
 * @throws TypeError when `appOrigins` holds something that no browser sends as `Origin`
 */
export function allowOrigins(appOrigins: readonly string[]): AllowedOrigins {
  if (!Array.isArray(appOrigins)) throw new TypeError('appOrigins must be a list.');
  for (const origin of appOrigins) checkOrigin(origin);
  const opensCors = appOrigins.length > 0;
  const listedOrigin = (request: Request) => {
    const origin = request.headers.get('origin');
    return origin !== null && appOrigins.includes(origin) ? origin : null;
  };
  const corsHeaders = (request: Request): Record<string, string> => {
    if (!opensCors) return {};
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
    methods: opensCors ? 'POST, OPTIONS' : 'POST',
    accepts(request) {
      if (listedOrigin(request)) return true;
      const site = request.headers.get('sec-fetch-site');
      if (site !== null) return site === 'same-origin';
      return request.headers.get('origin') === new URL(request.url).origin;
    },
    corsHeaders,
    preflight(request) {
      if (request.method !== 'OPTIONS' || !opensCors) return;
      const wanted = request.headers.get('access-control-request-headers');
      return {
        isAllowed: listedOrigin(request) !== null,
        headers: {
          ...corsHeaders(request),
          Vary: 'Origin, Access-Control-Request-Headers',
          'Access-Control-Allow-Methods': 'POST',
          ...(wanted && { 'Access-Control-Allow-Headers': wanted }),
        },
      };
    },
  };
}

function checkOrigin(origin: string): void {
  const isOrigin = isWebAddress(origin) && new URL(origin).origin === origin;
  if (isOrigin && !origin.includes('*')) return;
  throw new TypeError('appOrigins takes origins like "https://app.example.com", no path or "*".');
}
