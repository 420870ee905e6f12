import { ResultError } from '../states/result-error';
import type { ExpectedResult } from '../states/run';
import type { OwnChannel } from './channels-of-client';
import { digitsOf } from './permissions-of-client';
import type { ReadResult } from './read-result';

/** What a reconnect has to come back with. @throws ResultError `other_client`, `other_number` */
export function checkExpected(
  expected: ExpectedResult | undefined,
  { client, channels }: ReadResult,
  permitted: OwnChannel[],
): void {
  if (!expected) return;
  if (expected.client !== undefined && expected.client !== client) {
    throw new ResultError('other_client');
  }
  const hasChannel = expected.channel === undefined || channels.includes(expected.channel);
  const hasNumber =
    expected.number === undefined ||
    permitted.some(({ details }) => digitsOf(details?.phoneNumber) === digitsOf(expected.number));
  if (!hasChannel || !hasNumber) throw new ResultError('other_number');
}
