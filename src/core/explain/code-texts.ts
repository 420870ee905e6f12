import type { OnboardingError } from '../errors';
import type { OnboardingOptions, OnboardingUrlOptions } from '../types';
import { textOfCause, usedTwice } from './cause-texts';
import { guide } from './guide';
import { rightFormOf, textOfOption } from './option-texts';

/** What happened, what is at fault, and what cures it. */
export function textOfCode(error: OnboardingError, options: OnboardingUrlOptions): string {
  const { code, message, cause } = error;
  switch (code) {
    case 'invalid_options':
      return textOfOption(message.replace('invalid ', ''), options);
    case 'popup_blocked':
      return cause === undefined ? blocked : textOfSymbol(options) || spoiltPage;
    case 'preparation_failed':
      return `preparation_failed: the hub was not asked, because \`prepare\` failed. ${textOfCause(cause, code)} ${guide('errors')}`;
    case 'signature_failed':
      return `signature_failed: the hub was not asked, because there is no usable IO Signature. ${
        message === code ? textOfCause(cause, code) : usedTwice
      } ${guide('errors')}`;
    case 'state_mismatch':
      return `state_mismatch: the result came back with another \`state\` than was sent, or without one that has to come back. It may be forged, so it was refused; the client can start again. If it happens every time, something between the hub and your redirect page changes the address, or a second attempt runs with the same redirect page. ${guide('errors')}`;
    case 'invalid_redirect':
      return `invalid_redirect: the hub's answer has a client and channels, but they cannot be read: one is empty, there twice, or has characters that no ID has. The client can start again. If it happens every time, something between the hub and your redirect page changes the address. ${guide('the-redirect-page')}`;
    case 'timeout':
      return `timeout: the milliseconds of the option \`timeout\` ran out before the client was done, so the popup was closed. Signing up takes a client many minutes: leave \`timeout\` out, or give it more. ${guide('options')}`;
    default:
      return message;
  }
}

const blocked = `popup_blocked: the browser opened no window. Call \`open()\` in the click itself, before anything is awaited; what has to happen first belongs into \`prepare\`. Where a browser or an in-app browser opens none at all, \`display: 'auto'\` takes the page itself to the hub. ${guide('the-hook')}`;

const spoiltPage = `popup_blocked: something of this page is not as browsers have it, so that no window can be used; \`cause\` says what. A script of the page may have put something of its own in the place of a global such as \`open\`, \`addEventListener\` or \`URL\`. ${guide('errors')}`;

/** No text can be made of a symbol, which is no page's fault. */
function textOfSymbol(options: Partial<OnboardingOptions>): string {
  const { queryParameters, popup } = options;
  const all = Object.entries({ ...options, ...queryParameters, ...popup });
  const [name] = all.find(([, value]) => typeof value === 'symbol') ?? [];
  return name
    ? `popup_blocked: nothing was asked of the hub, because the option ${name} is a symbol. ${rightFormOf(name) || 'It must be a text.'} ${guide('options')}`
    : '';
}
