import { permittedChannels } from '../state/partners';
import type { Client, Run, SandboxState } from '../state/sandbox-state';
import { askedChannels } from './run-step';

/** What the redirect tells; IDs of channels. */
export type RunOutcome = { channels: string[]; revoked: string[] };

/** Permits the ticked channels and revokes the other ones that the run is about. */
export function settlePermissions(
  state: SandboxState,
  run: Run,
  client: Client,
  ticked: readonly string[],
): RunOutcome {
  const permitted = permittedChannels(state, run.partner.id);
  const outcome: RunOutcome = { channels: [], revoked: [] };
  for (const { id } of askedChannels(run, client)) {
    // Kept, so that a form sent twice tells the same twice.
    const wasPermitted = run.permittedBefore.get(id) ?? permitted.has(id);
    run.permittedBefore.set(id, wasPermitted);
    if (ticked.includes(id)) {
      permitted.add(id);
      outcome.channels.push(id);
    } else {
      permitted.delete(id);
      if (wasPermitted) outcome.revoked.push(id);
    }
  }
  return outcome;
}

/** The redirect URL with the hub's parameters after its own ones; its fragment stays at the end. */
export function redirectLocation(run: Run, client: Client, outcome: RunOutcome): string {
  const list = (ids: string[]) => `[${ids.join(',')}]`;
  const parameters = [`client=${client.id}`, `channels=${list(outcome.channels)}`];
  if (outcome.revoked.length > 0) parameters.push(`revoked=${list(outcome.revoked)}`);
  if (run.query.encodedState) parameters.push(`state=${run.query.encodedState}`);

  const url = new URL(run.redirectUrl);
  const { hash } = url;
  url.hash = '';
  // Joined as text: `url.search` would encode characters of `state` that came plain.
  const query = url.search ? `${url.search}&` : '?';
  url.search = '';
  return `${url.href}${query}${parameters.join('&')}${hash}`;
}
