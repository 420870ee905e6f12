import * as v from 'valibot';
import type { MetaId } from '../partner-api/types';
import { ConnectNumberError } from './connect-number-error';

/** What an Embedded Signup made at Meta. */
type SignedUp = {
  metaWabaId: MetaId;
  metaPhoneNumberId: MetaId | null;
  metaBusinessId: MetaId | null;
  code: string | null;
};

const id = v.pipe(v.string(), v.regex(/^\d{1,32}$/));
const optionalId = v.nullish(id, null);

/** As `EmbeddedSignupResult` of `./embedded-signup` is, after its way as JSON. */
const schema = v.looseObject({
  wabaId: optionalId,
  phoneNumberId: optionalId,
  businessId: optionalId,
  code: v.nullish(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096)), null),
});

/**
 * Reads what a browser sent.
 *
 * @throws ConnectNumberError `signup_unreadable`, `waba_missing`
 */
export function readSignup(signup: unknown): SignedUp {
  const read = v.safeParse(schema, signup);
  if (!read.success) throw new ConnectNumberError('signup_unreadable');
  const { wabaId, phoneNumberId, businessId, code } = read.output;
  if (wabaId === null) throw new ConnectNumberError('waba_missing');
  return {
    metaWabaId: wabaId,
    metaPhoneNumberId: phoneNumberId,
    metaBusinessId: businessId,
    code,
  };
}
