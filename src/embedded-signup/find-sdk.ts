import { isLocalHost } from '../core/is-local-host';
import { EmbeddedSignupError } from './errors';
import type { FacebookSdk } from './facebook-sdk';
import { loadSdk, readySdk } from './load-sdk';
import type { EmbeddedSignupOptions } from './types';

/**
 * The SDK if it is there, else the promise of it. The options are checked by then.
 *
 * @throws EmbeddedSignupError whatever is wrong before anything is loaded
 */
export function findSdk<Exchanged>(
  options: EmbeddedSignupOptions<Exchanged>,
): FacebookSdk | Promise<FacebookSdk> {
  // The SDK itself says so in the console only, and calls nobody back.
  if (location.protocol !== 'https:' && !isLocalHost(location.hostname)) {
    throw new EmbeddedSignupError('insecure_page');
  }
  return readySdk(options) ?? loadSdk(options);
}

/**
 * A browser opens windows for a while after a click only: from Safari's second to Chrome's five. Where it
 * tells that this is over, nothing is tried.
 *
 * @throws EmbeddedSignupError `sdk_not_ready`
 */
export async function sdkInTime(loading: Promise<FacebookSdk>): Promise<FacebookSdk> {
  const sdk = await loading;
  if (navigator.userActivation?.isActive === false) throw new EmbeddedSignupError('sdk_not_ready');
  return sdk;
}
