import { EmbeddedSignupError } from './errors';
import { type FacebookSdk, isComplete, sdkPage } from './facebook-sdk';
import { sdkTimeoutMs } from './signup-limits';
import type { EmbeddedSignupOptions } from './types';
import { waitForSdk } from './wait-for-sdk';

/** What the SDK is loaded with. */
export type SdkOptions = Pick<
  EmbeddedSignupOptions,
  'appId' | 'graphVersion' | 'locale' | 'nonce' | 'sdkUrl' | 'sdkTimeout'
>;

/** A page has one SDK, set up for one app, whoever asks for it. */
type PageSdk = { sdk: FacebookSdk; appId: string };

let pageSdk: PageSdk | undefined;
let loading: Promise<void> | undefined;

/**
 * The SDK, if a window can be opened this very moment.
 *
 * @throws EmbeddedSignupError `invalid_options`: the page's SDK is set up for another app
 */
export function readySdk({ appId }: SdkOptions): FacebookSdk | undefined {
  if (!pageSdk || sdkPage().FB !== pageSdk.sdk) return undefined;
  if (pageSdk.appId === appId) return pageSdk.sdk;
  // Setting it up anew would take it away from whoever else uses it on this page.
  throw new EmbeddedSignupError('invalid_options', 'invalid appId', { cause: 'another app' });
}

/**
 * Loads Meta's SDK, which is not ready yet, once for the page, and sets it up unless the page did. A failed
 * load is forgotten, so that the next one tries again.
 *
 * @throws EmbeddedSignupError `sdk_blocked`, or `invalid_options` for another app's SDK
 */
export async function loadSdk(options: SdkOptions): Promise<FacebookSdk> {
  loading ??= setUpSdk(options).finally(() => {
    loading = undefined;
  });
  await loading;
  return readySdk(options)!;
}

async function setUpSdk(options: SdkOptions): Promise<void> {
  const { appId, graphVersion = 'v25.0', locale = 'en_US', nonce } = options;
  const { sdkUrl = `https://connect.facebook.net/${locale}/sdk.js` } = options;
  const { sdkTimeout = sdkTimeoutMs } = options;
  const isThere = isComplete(sdkPage().FB);
  const found = isThere ? undefined : await waitForSdk({ sdkUrl, nonce, sdkTimeout });
  const sdk = sdkPage().FB!;
  if (!found) sdk.init({ appId, version: graphVersion, xfbml: false, autoLogAppEvents: true });
  pageSdk = { sdk, appId: found ?? appId };
}
