import { resultParameters } from '../result-parameters';

/** Nothing of its value, which may have a client's data in its query. */
export function whatIsWrongWithRedirectUrl(given: unknown): string {
  if (given == null || given === '') {
    return "this page itself has no address that the hub could send a client to (`file:`, `about:` or an app's own scheme), so one must be given.";
  }
  if (typeof given !== 'string') return 'it is no text.';
  const url = parse(given);
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(given) && !/^(\/(?![/\\])|[.?])/.test(given)) {
    return 'its scheme is missing: begin with "https://", or with "/" for a path of this page\'s origin.';
  }
  if (!url) return 'it is no address.';
  if (url.protocol === 'http:') return 'it is plain `http:`, which others could read on its way.';
  if (url.protocol !== 'https:') return "its scheme is none of the web's.";
  if (url.username || url.password) {
    return 'it has a user name or a password in it, and no page can take a result out of such an address.';
  }
  if (given.includes('#')) {
    return 'it has a fragment ("#…"), which would swallow what the hub appends: give a page of its own, as with hash routers.';
  }
  if (resultParameters.some((name) => url.searchParams.has(name))) {
    return 'its query has a parameter that the hub appends itself (client, channels, revoked, state): take that away; `queryParameters.state` comes back with the result.';
  }
  if (/[*%]/.test(url.hostname)) return 'its host has a pattern in it.';
  return 'no page is known here that a path could be resolved against, so the whole address is needed.';
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address, 'https://page.invalid');
  } catch {
    // No address.
  }
}
