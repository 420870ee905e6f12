import { isLocalHost } from '../core/is-local-host';
import { isWebAddress } from '../core/is-web-address';

/** Tells the origin of a page that runs on this machine. */
export const isLocalOrigin = (origin: string): boolean =>
  isWebAddress(origin) &&
  new URL(origin).origin === origin &&
  isLocalHost(new URL(origin).hostname);
