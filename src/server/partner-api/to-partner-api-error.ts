import { isHTTPError, isTimeoutError } from 'ky';
import { readDeveloperMessage } from './developer-message';
import { codeOfStatus, isPartnerApiError, PartnerApiError } from './partner-api-error';
import { readRetryAfter } from './retry-after';
import { UnreadableAnswer } from './wire';

/**
 * What a call rejects with. Keeps nothing of the error itself: those of ky hold the request, and with
 * it the key.
 *
 * @param call the function's name
 * @param secrets what must not show: the key, and what was sent about a client
 */
export async function toPartnerApiError(
  call: string,
  error: unknown,
  secrets: string[],
): Promise<PartnerApiError> {
  if (isPartnerApiError(error)) return error;
  if (isHTTPError(error)) {
    const { response } = error;
    const developerMessage = readDeveloperMessage(await response.text(), secrets);
    const code = codeOfStatus(response.status);
    const retryAfterSeconds = readRetryAfter(response.headers);
    return new PartnerApiError({
      call,
      code,
      status: response.status,
      developerMessage,
      retryAfterSeconds,
    });
  }
  if (isTimeoutError(error)) return new PartnerApiError({ call, code: 'timeout' });
  if (error instanceof UnreadableAnswer) {
    const developerMessage = error.message;
    return new PartnerApiError({ call, code: 'malformed_answer', status: 200, developerMessage });
  }
  return new PartnerApiError({ call, code: 'unreachable', developerMessage: systemCode(error) });
}

/** Such as `ECONNREFUSED`, which Node's `fetch` hides in a cause. A text of the error could hold anything. */
function systemCode(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown } };
  const found = cause?.code ?? code;
  return typeof found === 'string' && /^[A-Z][A-Z_\d]{2,40}$/.test(found) ? found : '';
}
