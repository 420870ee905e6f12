/** As much of Meta's SDK as is used here. */
export type FacebookSdk = {
  init(parameters: {
    appId: string;
    version: string;
    xfbml: boolean;
    autoLogAppEvents: boolean;
  }): void;
  /** The SDK refuses an async function as its callback. */
  login(callback: (response: unknown) => void, parameters: object): void;
  /** There while the SDK's first script only notes what it is asked; the second one answers. */
  __buffer?: unknown;
};

/** The names that the SDK has on a page. */
type SdkPage = {
  FB?: FacebookSdk | undefined;
  /** The SDK calls it once, as soon as it is there. */
  fbAsyncInit?: (() => void) | undefined;
};

/** The page, as the SDK sees it. */
export const sdkPage = (): SdkPage => window as unknown as SdkPage;

/** Whether it can open a window by now. Ad blockers put something in its place that cannot. */
export const isComplete = (sdk: FacebookSdk | undefined): sdk is FacebookSdk =>
  typeof sdk?.login === 'function' && typeof sdk.init === 'function' && !sdk.__buffer;
