import { isWebAddress } from '../../core/is-web-address';
import { isPartnerId } from '../../core/partner-id';
import { isPlannedSignup, plannedSignupTakes } from '../facebook/planned-signup';
import type { PartnerApiFault, PartnerSettings } from '../state/sandbox-state';
import { maxWebhookPauseMs, type WebhookTiming } from '../state/sent-webhooks';

/**
 * What `POST /__scenario` takes. It holds for runs that start, calls that come and events that happen
 * afterwards.
 */
export type Scenario = Partial<PartnerSettings> & {
  /** Only this partner's runs; without it, every partner's. What is set for one partner wins. */
  partnerId?: string;
  /** First forget all clients, sessions, runs and scenarios. */
  reset?: true;
};

const coopValues: unknown[] = [
  'same-origin',
  'same-origin-allow-popups',
  'noopener-allow-popups',
  'unsafe-none',
];

const faults: unknown[] = ['429', '500', '500-after'] satisfies PartnerApiFault[];

const timings: unknown[] = ['after', 'early', 'late', 'twice', 'off'] satisfies WebhookTiming[];

const maxAnswerDelayMs = 60_000;

/** A query as it may stand in a header: printable, and without the `#` that would end it. */
const isQuery = (value: unknown) =>
  typeof value === 'string' && /^(?![?&])[!"$-~]{1,100000}$/.test(value);

const isEnding = (value: unknown) =>
  value === null ||
  value === 'refuse' ||
  value === 'never' ||
  (Object.keys(Object(value)).join() === 'redirect' && isQuery(Object(value).redirect));

const isMilliseconds = (value: unknown, most: number) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;

function isRateLimit(value: unknown): boolean {
  const { requests, seconds } = Object(value) as Record<string, unknown>;
  const areWhole = Number.isInteger(requests) && Number.isInteger(seconds);
  return areWhole && Number(requests) >= 0 && Number(seconds) > 0;
}

type Key = { takes: string; meaning: string; accepts: (value: unknown) => boolean };

/** The keys of a scenario: one table for the check, its error texts and the start page. */
export const scenarioKeys: Readonly<Record<keyof Scenario, Key>> = {
  partnerId: {
    takes: 'a partner ID',
    meaning: 'Whose runs. Without it, every partner’s.',
    accepts: isPartnerId,
  },
  payment: {
    takes: '"partner" or "direct"',
    meaning: 'With direct payment, the client sees prices and must grant permission.',
    accepts: (value) => value === 'partner' || value === 'direct',
  },
  ioSignature: {
    takes: '"required" or "off"',
    meaning: 'Whether a run must bring a fresh IO Signature.',
    accepts: (value) => value === 'required' || value === 'off',
  },
  redirectUrl: {
    takes: 'an http(s) address or null',
    meaning: 'The partner’s configured redirect URL.',
    accepts: (value) => value === null || isWebAddress(value),
  },
  coop: {
    takes: `${coopValues.join(', ')} or null`,
    meaning: 'The Cross-Origin-Opener-Policy of the hub’s pages.',
    accepts: (value) => value === null || coopValues.includes(value),
  },
  ending: {
    takes: '"refuse", "never", {"redirect": "client=oaY9LLfUCL&channels=[y9MiLoCH]"} or null',
    meaning:
      'How runs end by themselves: refused, without an answer, or at once with that query, to which their state is added unless it has one.',
    accepts: isEnding,
  },
  answerDelayMs: {
    takes: `a whole number from 0 to ${maxAnswerDelayMs}`,
    meaning: 'Milliseconds that each answer of the hub takes.',
    accepts: (value) => isMilliseconds(value, maxAnswerDelayMs),
  },
  rateLimit: {
    takes: '{"requests": 5, "seconds": 30}, other numbers, or null',
    meaning: 'How often a partner may call the Partner API.',
    accepts: (value) => value === null || isRateLimit(value),
  },
  partnerApiFaults: {
    takes: 'a list of "429", "500" and "500-after"',
    meaning: 'How the next calls of the Partner API fail, one each: before or after their work.',
    accepts: (value) => Array.isArray(value) && value.every((fault) => faults.includes(fault)),
  },
  webhookUrl: {
    takes: 'an http(s) address or null',
    meaning: 'The partner’s configured webhook URL. Only http: on localhost is called.',
    accepts: (value) => value === null || isWebAddress(value),
  },
  webhooks: {
    takes: '"after", "early", "late", "twice" or "off"',
    meaning: 'When the events of a run come: after its redirect, before it, late, each twice.',
    accepts: (value) => timings.includes(value),
  },
  channelLife: {
    takes: '"by-itself" or "by-hand"',
    meaning: 'Whether channels go live by themselves, or by the buttons of /__webhooks.',
    accepts: (value) => value === 'by-itself' || value === 'by-hand',
  },
  webhookPauseMs: {
    takes: `a whole number from 0 to ${maxWebhookPauseMs}`,
    meaning: 'Milliseconds between two steps of a channel, and before an event is sent again.',
    accepts: (value) => isMilliseconds(value, maxWebhookPauseMs),
  },
  embeddedSignup: {
    takes: plannedSignupTakes,
    meaning: 'How Meta’s played signups end by themselves. With null, their window has buttons.',
    accepts: (value) => value === null || isPlannedSignup(value),
  },
  reset: {
    takes: 'true',
    meaning: 'First forget all clients, sessions, runs and scenarios.',
    accepts: (value) => value === true,
  },
};
