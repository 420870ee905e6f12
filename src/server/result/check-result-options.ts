import { checkOnEvent } from '../events/watch-work';
import type { VerifyResultOptions } from './verify-result';

/**
 * Checks what both ways to take a result are given, before any result comes.
 *
 * @throws TypeError that names the option
 */
export function checkResultOptions(
  options: Pick<VerifyResultOptions, 'states' | 'api' | 'apis' | 'onEvent'>,
): void {
  const { states, api, apis = [api], onEvent } = Object(options) as VerifyResultOptions;
  checkOnEvent(onEvent);
  if (typeof states?.lease !== 'function') {
    throw new TypeError('states must be what createStates makes.');
  }
  const isApi = (each: unknown) => typeof (each as typeof api)?.listChannels === 'function';
  if (!Array.isArray(apis) || apis.length === 0 || !apis.every(isApi)) {
    throw new TypeError('api must be what createPartnerApi makes, or apis a list of such.');
  }
}
