import { randomId } from './random-id';
import type { Client, SandboxState } from './sandbox-state';

/** The client who signed up with this e-mail. */
export function clientOfEmail(state: SandboxState, email: string): Client | undefined {
  return [...state.clients.values()].find((client) => client.email === email.toLowerCase());
}

/** Signs a new client up, at a partner's. */
export function addClient(
  state: SandboxState,
  name: string,
  email: string,
  partnerId: string,
): Client {
  const client: Client = {
    id: randomId(8, 'CL'),
    name,
    email: email.toLowerCase(),
    plan: null,
    partnerPayload: null,
    partnerIds: new Set([partnerId]),
    announcedTo: new Set(),
    channels: [],
  };
  state.clients.set(client.id, client);
  return client;
}

/** The clients that a partner has, in the order of their coming. */
export const clientsOfPartner = (state: SandboxState, partnerId: string): Client[] =>
  [...state.clients.values()].filter(({ partnerIds }) => partnerIds.has(partnerId));

/** Registers a number for a client, once. */
export function addChannel(client: Client, phoneNumber: string): void {
  if (client.channels.some((channel) => channel.phoneNumber === phoneNumber)) return;
  client.channels.push({ id: randomId(6, 'CH'), phoneNumber, life: 'registered' });
}
