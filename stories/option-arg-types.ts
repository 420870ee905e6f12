const inOutcome = { table: { category: 'Outcome' } };
const inText = { table: { category: 'Text' } };

/** What the types do not say. A function has no control; a list and an object are safe, whatever is in them. */
export const optionArgTypes = {
  env: { description: '360dialog’s installation. `prod` is the one your clients use.' },
  version: { description: '`v1` is the classic hub, `v2` the new one.' },
  queryParameters: { control: 'object' },
  redirectOrigins: { control: 'object' },
  holdingText: inText,
  callback: inOutcome,
  onCancel: inOutcome,
  onError: inOutcome,
  onStatusChange: inOutcome,
} as const;

/** The same for a button. */
export const buttonArgTypes = {
  ...optionArgTypes,
  useNewRedirect: {
    description: 'Deprecated. Has no effect, as in `360dialog-connect-button`.',
    table: { category: 'Without effect' },
  },
} as const;
