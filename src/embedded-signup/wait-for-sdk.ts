import { limitTime } from '../core/popup/limit-time';
import { EmbeddedSignupError } from './errors';
import { type FacebookSdk, isComplete, sdkPage } from './facebook-sdk';

/** What is waited for, and how long. */
type SdkScript = {
  sdkUrl: string;
  nonce: string | undefined;
  sdkTimeout: number;
};

const pollMs = 50;

/**
 * Waits until the SDK is on the page, by a tag that is there already or by one of ours. A foreign tag may
 * have failed long ago, which nobody can see: after half of the time it is replaced.
 *
 * @returns the app that the page's own `fbAsyncInit` has set it up for, if it did
 * @throws EmbeddedSignupError `sdk_blocked`
 */
export function waitForSdk({ sdkUrl, nonce, sdkTimeout }: SdkScript): Promise<string | undefined> {
  const waiting = new AbortController();
  const { signal } = waiting;
  return new Promise<string | undefined>((resolve, reject) => {
    const fail = (cause?: unknown) => {
      ours?.remove();
      reject(new EmbeddedSignupError('sdk_blocked', undefined, { cause }));
    };
    let ours: HTMLScriptElement | undefined;
    const foreign = foreignTag(sdkUrl);
    const addOurs = () => {
      if (ours || signal.aborted) return;
      foreign?.remove();
      try {
        ours = addScript(sdkUrl, nonce);
        ours.onerror = () => fail();
      } catch (cause) {
        fail(cause); // Trusted Types refuse the address.
      }
    };
    const unchain = chainAsyncInit(resolve);
    let isSeen = false;
    const poll = setInterval(() => {
      // Only the second time: the SDK is on the page a moment before it calls the page's `fbAsyncInit`.
      if (isSeen) resolve(undefined);
      isSeen = isComplete(sdkPage().FB);
    }, pollMs);
    const end = setTimeout(fail, sdkTimeout);
    if (foreign) {
      foreign.addEventListener('error', addOurs);
      limitTime(sdkTimeout / 2, signal, addOurs);
    } else {
      addOurs();
    }
    signal.addEventListener('abort', () => {
      clearInterval(poll);
      clearTimeout(end);
      unchain();
    });
  }).finally(() => waiting.abort());
}

function addScript(src: string, nonce: string | undefined): HTMLScriptElement {
  const script = document.createElement('script');
  if (nonce) script.nonce = nonce;
  script.crossOrigin = 'anonymous';
  script.async = true;
  script.src = src;
  document.head.append(script);
  return script;
}

/** Somebody else's tag of the same SDK, in whatever language. */
const foreignTag = (sdkUrl: string): HTMLScriptElement | undefined =>
  Array.from(document.scripts).find(
    ({ src }) => src === sdkUrl || /^https:\/\/connect\.facebook\.net\/.*\/sdk\b/.test(src),
  );

/**
 * Goes after the page's own `fbAsyncInit`, which still runs.
 *
 * @returns takes ours away again, unless the page has put another one in its place
 */
function chainAsyncInit(tell: (appId: string | undefined) => void): () => void {
  const page = sdkPage();
  const own = page.fbAsyncInit;
  const chained = () => {
    let appId: string | undefined;
    const restore = observeInit(page.FB, (given) => {
      appId = given;
    });
    try {
      own?.();
    } finally {
      restore();
      if (isComplete(page.FB)) tell(appId);
    }
  };
  page.fbAsyncInit = chained;
  return () => {
    if (page.fbAsyncInit === chained) page.fbAsyncInit = own;
  };
}

/** Hears for which app the page sets the SDK up: it cannot be asked afterwards. @returns ends it */
function observeInit(sdk: FacebookSdk | undefined, tell: (appId: string) => void): () => void {
  if (!sdk) return () => {};
  const { init } = sdk;
  sdk.init = (parameters) => {
    tell(`${parameters?.appId}`);
    init.call(sdk, parameters);
  };
  return () => {
    sdk.init = init;
  };
}
