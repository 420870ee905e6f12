import type { OnboardingError } from './errors';

/** 360dialog's installations. `prod` is the one your clients use. */
export type Environment = 'local' | 'staging' | 'rc' | 'prod';

/** The hub's generation: `v1` is the classic hub, `v2` the new one. */
export type Version = 'v1' | 'v2';

/**
 * What the client did in the hub.
 *
 * It comes from a browser and proves nothing by itself: let your server check the IDs
 * through the Partner API before it stores them.
 */
export type CallbackObject = {
  /** The client's ID, like `oaY9LLfUCL`. */
  client: string;
  /** The channels permitted in this run, like `['y9MiLoCH']`; `[]` when there were none. */
  channels: string[];
  /** The channels whose permission was taken away in this run; there only when the hub said so. */
  revokedChannels?: string[];
  /** Your (or your server's) `state`, when it came back. Never the library's own. */
  state?: string;
};

/**
 * Parameters of the hub's address. Empty ones are left out, unknown ones are sent as they are.
 *
 * @see https://docs.360dialog.com/partner/integrations-and-api-development/integrated-onboarding
 */
export type QueryParameters = {
  /** Pre-fills the signup form; the client can see and change it. */
  email?: string | undefined;
  /** Pre-fills the signup form; the client can see and change it. */
  name?: string | undefined;
  /** Comes back with the result, byte for byte. A random one is sent when you give none. */
  state?: string | undefined;
  /**
   * Replaces your `partner_redirect_url` for this run. An `https:` address; `http:` on localhost and on
   * the page's own origin. `/connect` and the like are resolved against the page at the click; on a
   * server, `buildOnboardingUrl` knows no page and needs the whole address.
   */
  redirect_url?: string | undefined;
  /** Misspelled, so an error of the compiler. @deprecated it is called `redirect_url` */
  redirectUrl?: 'this parameter is called redirect_url';
  /** Misspelled, so an error of the compiler. @deprecated it is called `redirect_url` */
  redirect_uri?: 'this parameter is called redirect_url';
  /** The form that a client without a session sees first: `login` or `signup`. */
  next?: 'login' | 'signup' | (string & {}) | undefined;
  /** Stored on the client; your server reads it back as `partner_payload`. */
  partner?: string | undefined;
  /** The preselected plan: `basic`, `regular` or `premium`. */
  plan_selection?: string | undefined;
  /** The hub's language: `de`, `en` or `pt`. */
  lang?: string | undefined;
  /** One existing number to ask permission for. `requestedNumber` beats it. */
  number?: string | undefined;
  /**
   * A signature from your server; starts one onboarding, and fails with `signature_failed` after
   * that. Prefer `fetchIoSignature`, which beats it.
   */
  io_signature?: string | undefined;
  /** The UNIX second that `io_signature` was made for. */
  io_timestamp?: string | number | undefined;
  /** Meta's ID of a pre-verified number to offer. */
  preverified_phone_number_id?: string | undefined;
  [parameter: string]: string | number | boolean | null | undefined;
};

/** What an address of the hub is made of. */
export type OnboardingUrlOptions = {
  /** Your partner ID, like `aAbBcCPA`: letters, digits, `-` and `_`. */
  partnerId: string;
  /**
   * One existing number to ask permission for. Everything but digits is dropped, and so is a
   * leading `00`: `+49 30 123` becomes `4930123`.
   */
  requestedNumber?: string | undefined;
  /** Further parameters of the hub's address, such as `email`, `state` and `lang`. */
  queryParameters?: QueryParameters | undefined;
  /** The hub's installation. Yours is `prod`. @default 'prod' */
  env?: Environment | undefined;
  /** The classic hub (`v1`) or the new one (`v2`). @default 'v1' */
  version?: Version | undefined;
  /**
   * The hub's complete address, instead of `env` and `version`. `{partnerId}` in it is replaced,
   * its own query is kept, nothing is added to its path. `https:`, or `http:` on localhost.
   */
  onboardingUrl?: string | undefined;
};

/** An IO Signature as your server issues it. */
export type IoSignature = {
  /** As the hub wants it. It holds for one onboarding, so a cached one is refused. */
  io_signature: string;
  /** UNIX seconds. */
  io_timestamp: string | number;
  /** Minted by your server; goes to the hub in place of the app's and must come back. */
  state?: string | undefined;
};

/** What `prepare` and `fetchIoSignature` are asked with. */
export type AttemptRequest = {
  /** That of this attempt. */
  partnerId: string;
  /** Names the attempt in your logs and in support; random, and no secret. */
  runId: string;
  /** Aborts when the attempt ends. */
  signal: AbortSignal;
};

/** Asks your server for an IO Signature. Called once per attempt, never before the click. */
export type FetchIoSignature = (request: AttemptRequest) => Promise<IoSignature>;

/**
 * Does what has to happen between the click and the hub. Called once per attempt, after the popup
 * stands and before `fetchIoSignature`.
 *
 * @returns parameters for this run, which are put over `queryParameters`. A `state` among them has to
 * come back.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a function that returns nothing is meant
export type Prepare = (request: AttemptRequest) => Promise<QueryParameters | void>;

/**
 * Where an attempt is.
 *
 * | status | meaning | `open()` then |
 * |---|---|---|
 * | `idle` | nothing was started yet, or `reset()` was called | starts an attempt |
 * | `preparing` | the popup waits for `prepare`; without it, this status never comes | brings the popup to the front |
 * | `signing` | the popup waits for `fetchIoSignature`; without it, this status never comes | brings the popup to the front |
 * | `open` | the client is in the hub | brings the popup to the front; starts anew when it is `detached` or gone |
 * | `completed` | `callback` has the result | starts an attempt |
 * | `cancelled` | the client closed the popup, or `close()` was called | starts an attempt |
 * | `failed` | `error` says why | starts an attempt |
 */
export type OnboardingStatus =
  | 'idle'
  | 'preparing'
  | 'signing'
  | 'open'
  | 'completed'
  | 'cancelled'
  | 'failed';

/** What the store knows at a moment. A new object for every change. */
export type OnboardingSnapshot = {
  /**
   * Names the attempt in support; your signing endpoint gets it, too. Random, and no secret. `null`
   * before the first attempt, and for a result that none of this browser asked for.
   */
  runId: string | null;
} & (
  | {
      status: 'open';
      /**
       * The browser has cut the link to the popup (Cross-Origin-Opener-Policy), so its closing
       * cannot be seen. The result still arrives from a redirect page of this origin.
       */
      detached: boolean;
      result: null;
      error: null;
    }
  | {
      status: Exclude<OnboardingStatus, 'open' | 'completed' | 'failed'>;
      detached: false;
      result: null;
      error: null;
    }
  | { status: 'completed'; detached: false; result: CallbackObject; error: null }
  | { status: 'failed'; detached: false; result: null; error: OnboardingError }
);

/** Everything one onboarding can be told. */
export type OnboardingOptions = OnboardingUrlOptions & {
  /** Takes the result: exactly once per completed attempt, always your latest function. */
  callback: (result: CallbackObject) => void;
  /** The client closed the popup, told some two seconds later, or `close()` was called. */
  onCancel?: (() => void) | undefined;
  /**
   * Anything else ended the attempt; the error's `code` says what. In a development build, an error
   * that no `onError` takes is printed in the console.
   */
  onError?: ((error: OnboardingError) => void) | undefined;
  /** Every change of status, for analytics. */
  onStatusChange?: ((status: OnboardingStatus) => void) | undefined;
  /** Asks your server for an IO Signature, once per attempt; `ioSignatureFrom(url)` makes one. */
  fetchIoSignature?: FetchIoSignature | undefined;
  /**
   * What has to happen between the click and the hub, such as a contract, or a `state` of your server.
   * The popup stands meanwhile. What it resolves to is put over `queryParameters`; its failure is
   * `preparation_failed`.
   */
  prepare?: Prepare | undefined;
  /**
   * The popup's size in CSS pixels; never larger than the screen.
   *
   * @default { width: 600, height: 900 }, as the hub wants it
   */
  popup?: { width?: number | undefined; height?: number | undefined } | undefined;
  /**
   * What the popup shows while `prepare` and `fetchIoSignature` run, as plain text in the language of
   * your page (`<html lang dir>`). The popup is light or dark as your page's `color-scheme` says, else
   * as the visitor has it. The themed button gives its own text for `signing`.
   * @default 'Please wait.'
   */
  holdingText?: string | undefined;
  /**
   * Other origins of yours whose redirect page may deliver a result, like
   * `https://connect.example.com`; `http:` on localhost. Your own origin and that of `redirect_url`
   * are always in.
   */
  redirectOrigins?: string[] | undefined;
  /**
   * `redirect` leaves the page and comes back to it; `auto` does so only where the browser opens
   * no popup, as in-app browsers do. On the way back only `state` binds the result to the attempt,
   * so a result without it fails with `state_mismatch`; and the page that it comes back to has to
   * be of this origin, with the same partner's button on it.
   *
   * @default 'popup'
   */
  display?: 'popup' | 'redirect' | 'auto' | undefined;
  /**
   * Also accept a redirect that no attempt of this browser asked for, as Direct Links need.
   * Anybody can make such a link, so check the result on your server.
   *
   * @default false
   */
  allowUnsolicited?: boolean | undefined;
  /**
   * Milliseconds until an attempt fails with `timeout`; 0 and 2,000,000,000 or more are none. It is
   * not counted on in a page that was reloaded meanwhile.
   *
   * @default none
   */
  timeout?: number | undefined;
  /**
   * Milliseconds until an attempt ends as `cancelled` whose popup cannot be watched any more
   * (`detached`). A result that comes later still reaches `callback`. 0 and 2,000,000,000 or more:
   * never.
   *
   * @default 1800000
   */
  abandonAfter?: number | undefined;
  /**
   * Tells buttons of one partner apart, so that after a reload the right one gets the result. `state`
   * and `requestedNumber` do so, too; of buttons that are equal in all three, the first gets it.
   */
  name?: string | undefined;
};

/**
 * Options for one attempt, put over those of the button: one hook serves a list of rows. Its
 * `queryParameters` are put over the button's one by one.
 */
export type OnboardingOverrides = Partial<
  Omit<OnboardingOptions, 'callback' | 'onCancel' | 'onError' | 'onStatusChange'>
>;
