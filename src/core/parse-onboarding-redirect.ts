import { readRedirect } from './read-redirect';
import type { CallbackObject } from './types';

/**
 * Reads the hub's redirect. Takes `location.search`, a query without `?`, a whole address, or
 * parsed parameters. Never throws; `null` means that there is no (readable) result in it.
 *
 * What it returns is browser input: check the IDs on your server before you store them.
 *
 * @example
 * parseOnboardingRedirect('?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]');
 * // { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] }
 */
export function parseOnboardingRedirect(
  redirect: string | URL | URLSearchParams,
): CallbackObject | null {
  try {
    const address = String(redirect).replace(/#.*/s, '');
    const isWhole = /^([a-z][a-z\d+.-]*:|\/)/i.test(address);
    return readRedirect(isWhole ? address.replace(/^[^?]*/, '') : address)?.result ?? null;
  } catch {
    return null; // An object that has no text.
  }
}
