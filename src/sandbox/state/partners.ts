import type { Partner, SandboxState } from './sandbox-state';

/** The partners that are there from the start. */
export const demoPartners: readonly Partner[] = [
  {
    id: 'aAbBcCPA',
    name: 'Bluebird Software',
    payment: 'partner',
    ioSignature: 'off',
    redirectUrl: null,
    webhookUrl: null,
  },
  {
    id: 'dDeEfFPA',
    name: 'Bluebird Direct',
    payment: 'direct',
    ioSignature: 'off',
    redirectUrl: null,
    webhookUrl: null,
  },
  {
    id: 'sSiIgGPA',
    name: 'Bluebird Signed',
    payment: 'partner',
    ioSignature: 'required',
    redirectUrl: null,
    webhookUrl: null,
  },
];

/** The partner with this ID. An unknown one is remembered from its first run on. */
export const partnerOf = (state: SandboxState, id: string): Partner =>
  state.partners.get(id) ?? {
    id,
    name: `Partner ${id}`,
    payment: 'partner',
    ioSignature: 'off',
    redirectUrl: null,
    webhookUrl: null,
  };

/** The IDs of the channels that a partner may use. Change it to permit or revoke. */
export function permittedChannels(state: SandboxState, partnerId: string): Set<string> {
  const known = state.permissions.get(partnerId);
  if (known) return known;
  const permitted = new Set<string>();
  state.permissions.set(partnerId, permitted);
  return permitted;
}
