/**
 * Why Meta gave no token for a code.
 *
 * | code | meaning |
 * |---|---|
 * | `redirect_uri_differs` | Meta compares `redirect_uri` with the one of its window (36008); it says the same of an expired code and a wrong `appSecret` |
 * | `code_used` | the code was exchanged before (36009) |
 * | `refused` | Meta takes the request for wrong (any other 4xx) |
 * | `unavailable` | Meta failed (5xx) |
 * | `unreachable` | nothing whole came back: DNS, a broken connection, no answer in 15 seconds |
 * | `malformed_answer` | an answer came, but without a token |
 */
export type CodeExchangeErrorCode =
  | 'redirect_uri_differs'
  | 'code_used'
  | 'refused'
  | 'unavailable'
  | 'unreachable'
  | 'malformed_answer';

const remedies: Record<CodeExchangeErrorCode, string> = {
  redirect_uri_differs:
    'Exchange the code within 30 seconds, check appSecret, and give as redirectUri what the window was opened with, or none.',
  code_used: 'A code works once: let one place exchange it, and do not repeat.',
  refused: 'See metaMessage.',
  unavailable: 'The client has to sign up again: a code lives for 30 seconds.',
  unreachable: 'Check the network; nobody knows whether the code is used up.',
  malformed_answer: 'Check graphVersion and graphUrl.',
};

/**
 * What `exchangeCode` rejects with. It never holds the code, the secret or a token. With 360dialog, a
 * signup is finished all the same: `submitNumber` takes no code.
 */
export class CodeExchangeError extends Error {
  override readonly name = 'CodeExchangeError';
  /** Stable: compare this, not the message. */
  readonly code: CodeExchangeErrorCode;
  /** The HTTP status; 0 where no answer came. */
  readonly status: number;
  /** What Meta says about it, at most 500 characters; empty where it says nothing. */
  readonly metaMessage: string;

  constructor(code: CodeExchangeErrorCode, status = 0, metaMessage = '') {
    super(`Meta gave no token (${code}). ${remedies[code]}`);
    this.code = code;
    this.status = status;
    this.metaMessage = metaMessage;
  }
}

/** Tells a `CodeExchangeError` from other errors, also of another copy of this library (ESM and CJS). */
export const isCodeExchangeError = (error: unknown): error is CodeExchangeError =>
  (error as CodeExchangeError | null)?.name === 'CodeExchangeError';
