import { resultParameters } from './result-parameters';

/**
 * Whether the hub can send the client to this address so that the result is found there. A fragment
 * would swallow what is appended, parameters of the hub's names would be there twice, and a browser
 * lets no page with credentials in its address change that.
 */
export const canCarryResult = ({ href, username, password, searchParams }: URL): boolean =>
  !`${username}${password}` &&
  !href.includes('#') &&
  !resultParameters.some((name) => searchParams.has(name));
