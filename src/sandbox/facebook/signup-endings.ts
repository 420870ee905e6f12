/** How the played signup can end: by a button of its window, or by itself where that is planned. */
type SignupEnding = {
  /** What its button says. */
  label: string;
  /** The message to the page; none: it never comes. */
  message?: { event: string; data: Record<string, unknown> };
  /** What the SDK's callback gets: a code, nothing, or a session without a code; `never`: no call. */
  callback: 'code' | 'nothing' | 'connected' | 'never';
};

const waba_id = '524126980791429';
const business_id = '2729063490586005';
const phone_number_id = '106540352242922';
const report = {
  error_message: 'Your business is not eligible.',
  error_code: 524126,
  session_id: 'f34b51dab5e0498',
  timestamp: '1746041036',
};

/** Every one, by the name that a scenario and `?ending=` take. */
export const signupEndings = {
  number: {
    label: 'Finish with a number',
    message: { event: 'FINISH', data: { phone_number_id, waba_id, business_id } },
    callback: 'code',
  },
  'waba-only': {
    label: 'Finish without a number',
    message: { event: 'FINISH_ONLY_WABA', data: { waba_id, business_id } },
    callback: 'code',
  },
  coexistence: {
    label: 'Keep the WhatsApp Business app',
    message: { event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', data: { waba_id } },
    callback: 'code',
  },
  'obo-migration': {
    label: 'Move an account',
    message: { event: 'FINISH_OBO_MIGRATION', data: { waba_id } },
    callback: 'code',
  },
  'api-access-only': {
    label: 'Grant access only',
    message: { event: 'FINISH_GRANT_ONLY_API_ACCESS', data: { waba_id, business_id } },
    callback: 'code',
  },
  'new-kind': {
    label: 'Finish in a way that is new',
    message: { event: 'FINISH_SOMETHING_NEW', data: { waba_id, brand_new: true } },
    callback: 'code',
  },
  'several-accounts': {
    label: 'Share several accounts',
    message: { event: 'FINISH', data: { waba_ids: [waba_id, '524126980791430'], business_id } },
    callback: 'code',
  },
  'no-code': {
    label: 'Finish, and hand no code back',
    message: { event: 'FINISH', data: { phone_number_id, waba_id, business_id } },
    callback: 'nothing',
  },
  'no-message': { label: 'Finish, and send no message', callback: 'code' },
  connected: { label: 'Say “connected”, and hand nothing back', callback: 'connected' },
  cancel: {
    label: 'Leave while a number is set up',
    message: { event: 'CANCEL', data: { current_step: 'PHONE_NUMBER_SETUP' } },
    callback: 'nothing',
  },
  reported: {
    label: 'Report an error to Meta',
    message: { event: 'CANCEL', data: report },
    callback: 'nothing',
  },
  error: {
    label: 'Fail',
    message: { event: 'ERROR', data: { error_message: 'Something went wrong.' } },
    callback: 'nothing',
  },
  closed: { label: 'Close the window', callback: 'nothing' },
  silent: { label: 'Close the window, and never call back', callback: 'never' },
} as const satisfies Readonly<Record<string, SignupEnding>>;

/** Such as `number` or `no-code`. */
export type SignupEndingName = keyof typeof signupEndings;
