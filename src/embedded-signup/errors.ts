import type { EmbeddedSignupResult } from './types';

/**
 * Why a signup failed.
 *
 * | code | meaning | what to do |
 * |---|---|---|
 * | `invalid_options` | the option that the message names is wrong; nothing was opened | see the option's own description |
 * | `insecure_page` | Meta's SDK signs nobody up on an `http:` page | serve the page by `https:`; `localhost` is let through |
 * | `sdk_blocked` | Meta's SDK did not load, or something that opens no window stands in its place | ask the client to allow it in an ad blocker or a tracking protection; a click tries again |
 * | `sdk_not_ready` | the SDK was loaded only after the click, so the browser refuses the window, or it refused to be called (see `cause`) | a second click works; load the SDK before (`preload()`) |
 * | `popup_blocked` | the browser opened no window | call `open()` in the click itself |
 * | `no_answer` | Meta's window ended and handed nothing back, or the browser cut it off from the page | see the guide's checklist; look for a webhook of the account |
 * | `reported_by_meta` | Meta reported an error, or the client reported one from its screen | see `report`; its `sessionId` is what Meta's support asks for |
 * | `number_mismatch` | another number than `expectedNumber` was connected | go on with `result` if the client meant it, else start again |
 * | `exchange_failed` | your `exchange` failed; the signup itself is finished | see `cause` and `result`: the IDs are enough for 360dialog |
 * | `timeout` | your `timeout` ran out | start again |
 */
export type EmbeddedSignupErrorCode =
  | 'invalid_options'
  | 'insecure_page'
  | 'sdk_blocked'
  | 'sdk_not_ready'
  | 'popup_blocked'
  | 'no_answer'
  | 'reported_by_meta'
  | 'number_mismatch'
  | 'exchange_failed'
  | 'timeout';

/** What Meta says of an error, without its text, which may have a client's data in it. */
export type MetaReport = {
  /** Meta's number of the error, such as `524126`. */
  code?: string;
  /** What Meta's support asks for. */
  sessionId?: string;
  /** As Meta wrote it, in UNIX seconds. */
  timestamp?: string;
};

/** What an error may bring with it. */
export type ErrorParts<Exchanged> = {
  /** What lay beneath. */
  cause?: unknown;
  /** What Meta had handed back all the same. */
  result?: EmbeddedSignupResult<Exchanged>;
  /** For `reported_by_meta`. */
  report?: MetaReport;
};

/**
 * The one error of Embedded Signup. In a development build its text says what happened and what cures it;
 * in production it is short.
 *
 * @example
 * onError={(error) => error.code === 'sdk_blocked' && setHint('Please switch your ad blocker off.')}
 */
export class EmbeddedSignupError<Exchanged = unknown> extends Error {
  override readonly name = 'EmbeddedSignupError';
  /** Stable: compare this, not the message. */
  declare readonly code: EmbeddedSignupErrorCode;
  /** What Meta had handed back all the same; logs do not print it, because it may hold the code. */
  declare readonly result: EmbeddedSignupResult<Exchanged> | null;
  /** What Meta reported. */
  declare readonly report?: MetaReport;

  /**
   * @param code stable: compare this, not the message
   * @param message such as the option that is wrong
   * @param parts what it brings with it
   */
  constructor(
    code: EmbeddedSignupErrorCode,
    message: string = code,
    { cause, result, report }: ErrorParts<Exchanged> = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (report) this.report = report;
    // Not enumerable: consoles and JSON leave it out.
    Object.defineProperty(this, 'result', { value: result ?? null });
  }
}

/** Tells an `EmbeddedSignupError` from other errors, also when two copies of this library are loaded. */
export const isEmbeddedSignupError = (error: unknown): error is EmbeddedSignupError =>
  (error as EmbeddedSignupError | null)?.name === 'EmbeddedSignupError';
