import type { Client, Run } from '../state/sandbox-state';

/** A page of a run; also the last part of its path. */
export type RunStep = 'signup' | 'login' | 'payment' | 'numbers' | 'permissions';

/** The first page of the run that this client still has to get past. */
export function dueStep(run: Run, client: Client | undefined): RunStep {
  if (!client) return run.query.next ?? 'signup';
  if (run.settings.payment === 'direct' && !client.plan) return 'payment';
  if (askedChannels(run, client).length === 0) return 'numbers';
  return 'permissions';
}

/** The client's channels that this run is about: all, or the one whose number was requested. */
export const askedChannels = ({ query }: Run, { channels }: Client) =>
  query.number ? channels.filter(({ phoneNumber }) => phoneNumber === query.number) : channels;
