import { EmbeddedSignupError } from './errors';
import { type FacebookSdk, isComplete, sdkPage } from './facebook-sdk';
import { sdkTimeoutMs } from './signup-limits';
import type { EmbeddedSignupOptions } from './types';
import { waitForSdk } from './wait-for-sdk';

/** What the SDK is loaded with. */
type SdkOptions = Pick<
  EmbeddedSignupOptions,
  'appId' | 'graphVersion' | 'locale' | 'nonce' | 'sdkUrl' | 'sdkTimeout'
>;

/** A page has one SDK, set up for one app, whoever asks for it. */
type PageSdk = { sdk: FacebookSdk; appId: string };

let pageSdk: PageSdk | undefined;
let loading: Promise<void> | undefined;

/**
 * The SDK, if a window can be opened this very moment. One that is on the page already is set up now, so
 * that also a first click finds it ready.
 *
 * @throws EmbeddedSignupError `invalid_options`: the page's SDK is set up for another app
 * @throws what the SDK throws
 */
export function readySdk(options: SdkOptions): FacebookSdk | undefined {
  const { FB } = sdkPage();
  if (!isComplete(FB)) return undefined;
  if (pageSdk?.sdk !== FB) {
    // The page's own `fbAsyncInit` may be about to set it up.
    if (loading) return undefined;
    setUpSdk(FB, options);
  }
  if (pageSdk?.appId === options.appId) return FB;
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
  loading ??= addSdk(options).finally(() => {
    loading = undefined;
  });
  await loading;
  return readySdk(options)!;
}

async function addSdk({ locale = 'en_US', nonce, ...options }: SdkOptions): Promise<void> {
  const { sdkUrl = `https://connect.facebook.net/${locale}/sdk.js` } = options;
  const { sdkTimeout = sdkTimeoutMs } = options;
  const appId = await waitForSdk({ sdkUrl, nonce, sdkTimeout });
  if (appId) pageSdk = { sdk: sdkPage().FB!, appId };
}

function setUpSdk(sdk: FacebookSdk, { appId, graphVersion = 'v25.0' }: SdkOptions): void {
  sdk.init({ appId, version: graphVersion, xfbml: false, autoLogAppEvents: true });
  pageSdk = { sdk, appId };
}
