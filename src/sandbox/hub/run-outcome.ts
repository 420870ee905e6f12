import { permittedChannels } from '../state/partners';
import type { Client, Run, SandboxState } from '../state/sandbox-state';
import { askedChannels } from './run-step';

/** What the redirect tells; IDs of channels. */
type RunOutcome = { channels: string[]; revoked: string[] };

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

/** The redirect URL with what the hub tells about a run. */
export function redirectLocation(run: Run, client: Client, outcome: RunOutcome): string {
  const list = (ids: string[]) => `[${ids.join(',')}]`;
  const parameters = [`client=${client.id}`, `channels=${list(outcome.channels)}`];
  if (outcome.revoked.length > 0) parameters.push(`revoked=${list(outcome.revoked)}`);
  return redirectWith(run, parameters.join('&'));
}

/** The redirect URL with this query and the run's own `state`, where the query has none. */
export function redirectWith(run: Run, query: string): string {
  const { encodedState } = run.query;
  const addsState = encodedState && !/(^|&)state=/.test(query);
  return appendQuery(run.redirectUrl, addsState ? `${query}&state=${encodedState}` : query);
}

/** Its own query stays before the new one, its fragment at the end. */
function appendQuery(address: string, query: string): string {
  const url = new URL(address);
  const { hash } = url;
  url.hash = '';
  // Joined as text: `url.search` would encode characters of `state` that came plain.
  const ownQuery = url.search ? `${url.search}&` : '?';
  url.search = '';
  return `${url.href}${ownQuery}${query}${hash}`;
}
