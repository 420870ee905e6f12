import type { EmbeddedSignupError } from './errors';
import type { SignupSetup } from './setup-types';

declare const idOf: unique symbol;

/** A Meta ID, digits beyond 2^53, so never a number; the brand keeps one kind from passing as another. */
type MetaId<Kind extends string> = string & { readonly [idOf]: Kind };

/** Meta's ID of a WhatsApp Business Account: 360dialog's `waba_external_id`. */
export type WabaId = MetaId<'WhatsApp Business Account'>;

/** Meta's ID of a phone number: 360dialog's `channel_external_id`. */
export type PhoneNumberId = MetaId<'phone number'>;

/** Meta's ID of a business portfolio: 360dialog's `waba_business_id`. */
export type BusinessId = MetaId<'business portfolio'>;

/**
 * How a signup was finished.
 *
 * | kind | `event` of Meta's message | meaning |
 * |---|---|---|
 * | `number` | `FINISH` | a number for the Cloud API; its ID may be missing all the same |
 * | `waba_only` | `FINISH_ONLY_WABA` | an account without a number |
 * | `coexistence` | `FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING` | the number stays in the WhatsApp Business app; only `wabaId` is sure |
 * | `obo_migration` | `FINISH_OBO_MIGRATION` | an account that somebody else owned was moved to the client |
 * | `api_access_only` | `FINISH_GRANT_ONLY_API_ACCESS` | access was granted, and nothing made |
 * | `unknown` | any other `FINISH…`, or no message at all | see `event` and `data` |
 */
export type SignupKind =
  | 'number'
  | 'waba_only'
  | 'coexistence'
  | 'obo_migration'
  | 'api_access_only'
  | 'unknown';

/**
 * What a finished signup has brought. It is browser input: your server has to look the IDs up before it
 * keeps them.
 */
export type EmbeddedSignupResult<Exchanged = unknown> = {
  /** How it was finished. */
  kind: SignupKind;
  /** The name in Meta's message; `null` when none came. */
  event: string | null;
  /**
   * Meta's code: single use, 30 seconds, worth a token, so nothing for a log. `null` when Meta handed none
   * back; 360dialog's `account_sharing/numbers` needs none.
   */
  code: string | null;
  /** When the code ends, in milliseconds since 1970; `null` without a code. */
  codeExpiresAt: number | null;
  /** The account; the first one where several were shared. */
  wabaId: WabaId | null;
  /** All accounts of this signup; `[]` when none is known. */
  wabaIds: WabaId[];
  /** The number; `null` also after some finished signups. */
  phoneNumberId: PhoneNumberId | null;
  /** The client's business portfolio. */
  businessId: BusinessId | null;
  /** `missing`: the code came, and no message with the IDs. Your server finds them by webhook. */
  sessionInfo: 'complete' | 'missing';
  /**
   * `coexistence` was asked for, be it by an extra, and Meta ran the usual signup: the number has left
   * the WhatsApp Business app. Meta does so without a word where a feature has ended.
   */
  coexistenceMismatch?: true;
  /** What `exchange` resolved to; not there without a code. */
  exchanged?: Exchanged;
  /** Everything of Meta's message, as it came: lists of other assets, and keys that are new. */
  data: Record<string, unknown>;
};

/**
 * Where a signup is. `loading` and `ready` are about Meta's SDK: only with `ready` is the window sure to
 * open in the click.
 */
export type EmbeddedSignupStatus =
  | 'idle'
  | 'loading'
  | 'ready'
  | 'open'
  | 'completed'
  | 'cancelled'
  | 'failed';

/** What the store shows; each status has its own members. */
export type EmbeddedSignupSnapshot<Exchanged = unknown> = {
  /**
   * The window seems closed and has not said how it ended. That may still be a success, so answers are
   * waited for; a click starts anew.
   */
  uncertain: boolean;
  /** Where the client left, as Meta names its screens; `null` unless Meta said so. */
  currentStep: string | null;
} & (
  | { status: 'idle' | 'loading' | 'ready' | 'open' | 'cancelled'; result: null; error: null }
  | { status: 'completed'; result: EmbeddedSignupResult<Exchanged>; error: null }
  | { status: 'failed'; result: null; error: EmbeddedSignupError }
);

/** Everything about one signup. Only `appId`, `configId` and `callback` are required. */
export type EmbeddedSignupOptions<Exchanged = unknown> = {
  /** Your Meta app: digits. */
  appId: string;
  /** Its Facebook Login for Business configuration, which decides products and version: digits. */
  configId: string;
  /** Gets the result, once for each signup; always the newest function is called. */
  callback: (result: EmbeddedSignupResult<Exchanged>) => void;
  /** The Solution that you share with 360dialog: digits. Sent as `setup.solutionID`. */
  solutionId?: string | undefined;
  /** Version of Meta's Graph API for the SDK. @default 'v25.0' */
  graphVersion?: string | undefined;
  /** Offers numbers that stay in the WhatsApp Business app. @default false */
  coexistence?: boolean | undefined;
  /** Fills fields in before the client sees them; no screen is skipped for it. */
  setup?: SignupSetup | undefined;
  /** Merged last into what `FB.login` gets as `extras`; `setup` in here replaces the whole of it. */
  extras?: Record<string, unknown> | undefined;
  /**
   * Hands the code to your server: called at once, for the code ends after 30 seconds, and given up after 60.
   * What it resolves to is `exchanged` in the result; a rejection is `exchange_failed`, whose error
   * still has the result. Written before `callback`, it tells the compiler the type of `exchanged`.
   */
  exchange?: ((code: string, context: { signal: AbortSignal }) => Promise<Exchanged>) | undefined;
  /**
   * The number that has to be connected, with country code. Compared where the number is told: as
   * `phoneNumber`, `phone_number` or `display_phone_number` in what `exchange` resolved to, or in Meta's
   * message. Another one is `number_mismatch`.
   */
  expectedNumber?: string | undefined;
  /** Language of Meta's SDK. @default 'en_US' */
  locale?: string | undefined;
  /** For the SDK's script tag, where the page has a Content-Security-Policy with a nonce. */
  nonce?: string | undefined;
  /** Who may tell how a signup ended: whole origins. @default ['https://www.facebook.com'] */
  origins?: string[] | undefined;
  /** Another address of the SDK, such as the sandbox's. @default Meta's own */
  sdkUrl?: string | undefined;
  /** When hook and button load the SDK: as they mount, or at the first click. @default 'mount' */
  preload?: 'mount' | 'none' | undefined;
  /** How long the SDK may take, in milliseconds. @default 8000 */
  sdkTimeout?: number | undefined;
  /**
   * How long the second answer is waited for after the first, and any answer after the window closed, in
   * milliseconds. @default 6000
   */
  graceMs?: number | undefined;
  /** Ends a signup that takes longer than these milliseconds. Clients need minutes. @default none */
  timeout?: number | undefined;
  /** The client gave up, or `close()` was called. A late success still counts. */
  onCancel?: ((left: { currentStep?: string }) => void) | undefined;
  /** Gets everything else that ends a signup. */
  onError?: ((error: EmbeddedSignupError<Exchanged>) => void) | undefined;
  /** Gets each new status, for analytics. */
  onStatusChange?: ((status: EmbeddedSignupStatus) => void) | undefined;
  /** Gets each message of Meta's signup as it came, also of kinds that are new. */
  onEvent?: ((message: Record<string, unknown>) => void) | undefined;
  /** Ends the signup as `close()` does. */
  signal?: AbortSignal | undefined;
};
