/**
 * What came of it. `busy`: nobody knows yet, and it will be asked again. `refused`: the caller may not, or
 * what it sent is wrong. `failed`: your own code, a store or 360dialog failed.
 */
export type EventOutcome = 'ok' | 'refused' | 'busy' | 'failed';

/** What each event has. None has a key, a signature, a `state` or an address. */
type AnyEvent = {
  /** When it ended: milliseconds since 1970. */
  at: number;
  /** What came of it. */
  outcome: EventOutcome;
  /** The word of a refusal, or the `code` of an error. */
  code?: string;
  /** How long it took, in milliseconds. */
  durationMs: number;
  /** Names the run, in the browser as here, where the run is known. */
  runId?: string;
  /** Of which of your partner accounts it is; `null` where that is not known. */
  partnerId: string | null;
  /** The client that it is about, once that is sure. */
  clientId?: string;
  /** The channel that it is about, once that is sure. */
  channelId?: string;
};

/** What happened on your server: one onboarding reads as one story, by its `runId` and `clientId`. */
export type ServerEvent = AnyEvent &
  (
    | {
        /** A button asked for an IO Signature, or for a `state`. */
        type: 'io_signature' | 'state';
      }
    | {
        /** A result was checked. */
        type: 'result';
      }
    | {
        /** A webhook came. */
        type: 'webhook';
        /** Which, once it is sure that it is genuine. */
        event?: string;
      }
    | {
        /** The Partner API was called: one request, with those that repeated it. */
        type: 'partner_api';
        /** The function of `createPartnerApi`, such as `listChannels`. */
        call: string;
      }
    | {
        /** A channel's API key was asked for. */
        type: 'api_key';
      }
    | {
        /** A number of your own Embedded Signup was handed to 360dialog. */
        type: 'number';
      }
  );

/** Takes events, for a log or for traces. It is not waited for, and what it throws changes nothing. */
export type OnEvent = (event: ServerEvent) => unknown;
