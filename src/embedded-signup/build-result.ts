import type { Answers } from './join-answers';
import { codeMs } from './signup-limits';
import { textOf } from './text-of';
import type { BusinessId, EmbeddedSignupResult, PhoneNumberId, SignupKind, WabaId } from './types';

const kinds: Record<string, SignupKind> = {
  FINISH: 'number',
  FINISH_ONLY_WABA: 'waba_only',
  FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING: 'coexistence',
  FINISH_OBO_MIGRATION: 'obo_migration',
  FINISH_GRANT_ONLY_API_ACCESS: 'api_access_only',
};

/** Makes the result of what has come, and leaves nothing of it out. */
export function buildResult<Exchanged>(
  { code = null, codeAt, finish }: Readonly<Answers>,
  isCoexistence: boolean,
): EmbeddedSignupResult<Exchanged> {
  const { event = null, data = {} } = finish ?? {};
  const name = `${event}`.toUpperCase();
  const listed = Array.isArray(data.waba_ids) ? data.waba_ids : [];
  const wabaIds = [data.waba_id, ...listed].flatMap((id) => readId<WabaId>(id) ?? []);
  return {
    kind: Object.hasOwn(kinds, name) ? kinds[name]! : 'unknown',
    event,
    code,
    codeExpiresAt: code === null ? null : codeAt + codeMs,
    wabaId: wabaIds[0] ?? null,
    wabaIds: Array.from(new Set(wabaIds)),
    phoneNumberId: readId<PhoneNumberId>(data.phone_number_id),
    businessId: readId<BusinessId>(data.business_id),
    sessionInfo: finish ? 'complete' : 'missing',
    ...(isCoexistence && name === 'FINISH' && { coexistenceMismatch: true }),
    data,
  };
}

/** Digits; a number that JavaScript has rounded is none. */
const readId = <Id>(value: unknown): Id | null =>
  /^\d{1,30}$/.test(textOf(value)) && (typeof value === 'string' || Number.isSafeInteger(value))
    ? (textOf(value) as Id)
    : null;

/** Whether another number was connected than was expected; `false` where nobody told the number. */
export function isOtherNumber(expected: string, result: EmbeddedSignupResult): boolean {
  const digits = (value: unknown) => textOf(value).replace(/\D/g, '').replace(/^00/, '');
  const told = [result.exchanged, result.data].map((source) => {
    const { phoneNumber, phone_number, display_phone_number } = Object(source);
    return digits(phoneNumber ?? phone_number ?? display_phone_number);
  });
  const number = told.find(Boolean);
  return number !== undefined && number !== digits(expected);
}
