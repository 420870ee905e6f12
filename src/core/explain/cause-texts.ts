import { EndpointError } from '../endpoint-error';
import { isOnboardingError, type OnboardingError } from '../errors';
import { isDescribed } from './describe-answer';
import { rightFormOf } from './option-texts';

/**
 * What lay beneath. The text of an error that is not ours is left to `cause`: it may hold a client's
 * data.
 */
export function textOfCause(
  cause: unknown,
  code: 'preparation_failed' | 'signature_failed',
): string {
  if (cause instanceof EndpointError) return textOfStatus(cause.status);
  if (isOnboardingError(cause)) return textOfPrepared(cause);
  // Not `instanceof Error`: a DOMException may be of another realm.
  const { name, message } = Object(cause) as Partial<Error>;
  if (!name) return 'It rejected with something that is no Error; see `cause`.';
  if (isDescribed(message)) return message;
  if (name === 'SyntaxError') return `${noJson} ${answers[code]}`;
  if (name === 'TimeoutError') return noAnswer;
  if (name === 'TypeError' && isOfNetwork(`${message}`)) return notAsked;
  return rejected;
}

/** As browsers and Node word it; a mistake in the app's function may speak of its own `fetchPlan`. */
const isOfNetwork = (message: string): boolean =>
  /^(failed to fetch|fetch failed|load failed|network ?error|the network )/i.test(message);

const answers = {
  preparation_failed: 'With `stateFrom`, it must answer `{ "state": … }`.',
  signature_failed: 'It must answer `{ "io_signature": …, "io_timestamp": … }`.',
};

const rejected = 'The function rejected; see `cause`.';

/** Of a signature that the app gave as a parameter. */
export const usedTwice = `\`queryParameters.io_signature\` has started an onboarding already, and the hub takes no signature a second time. Give \`fetchIoSignature={ioSignatureFrom('/api/io-signature')}\` instead, which gets a new one at every click.`;

const noJson =
  'The endpoint answered something that is no JSON, perhaps the HTML of a login or of an error page: open the Network tab.';

const noAnswer =
  'The endpoint did not answer in time (30 seconds with `ioSignatureFrom` and `stateFrom`). Look whether your server, or the store of its signer or states, hangs.';

const notAsked =
  'The endpoint could not be asked. That is one of three things: it redirected, as to a login; it is on another origin and does not allow this one (CORS: `appOrigins` of its handler, or a proxy in your dev server); or there is no network, or no server at that address. The Network tab tells which.';

/** An option that was right before, and is wrong in what the function resolved to. */
function textOfPrepared({ message }: OnboardingError): string {
  const option = message.replace('invalid ', '');
  const rightForm = rightFormOf(option);
  if (rightForm) return `The ${option} in what it resolved to is wrong. ${rightForm}`;
  // Any other is one that the app itself got from this library.
  return message === 'use fetchIoSignature' ? usedTwice : rejected;
}

function textOfStatus(status: number): string {
  const remedy: Record<number, string> = {
    401: 'nobody is logged in there; does the request carry your session cookie?',
    403: '`authorize` refused this user, or the request came from an origin that is not in `appOrigins`.',
    404: 'there is no such endpoint; in a dev server it may need a proxy to your backend.',
    405: 'it must take POST.',
    415: 'it must take `application/json`.',
    429: 'this user has asked too often; `cause.retryAfterSeconds` says when to come again.',
    500: 'see the log of your server, or `onError` of its handler.',
    503: 'it is busy; `cause.retryAfterSeconds` says when to come again.',
  };
  return `The endpoint answered ${status}: ${remedy[status] ?? 'see the log of your server.'}`;
}
