const noControl = { control: false } as const;

/** What the types do not say: functions have no control, and these two no description. */
export const optionArgTypes = {
  env: { description: '360dialog’s installation. `prod` is the one your clients use.' },
  version: { description: '`v1` is the classic hub, `v2` the new one.' },
  callback: noControl,
  onCancel: noControl,
  onError: noControl,
  onStatusChange: noControl,
  fetchIoSignature: noControl,
};
