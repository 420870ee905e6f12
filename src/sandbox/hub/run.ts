import { settingsOf } from '../scenario/scenario';
import {
  type Partner,
  permittedChannels,
  type Run,
  type RunQuery,
  type RunSettings,
  type SandboxState,
} from '../state/sandbox-state';
import { isWebAddress } from '../web-address';
import { spendIoSignature } from './io-signature-check';
import { phoneDigits } from './phone-number';

/** Why a run does not start: told to the client, and with the remedy to the developer. */
export type RunProblem = { title: string; forClient: string; forDeveloper: string };

const missingRedirectUrl: RunProblem = {
  title: 'This link is not set up yet',
  forClient:
    'The company that sent you here has not told us where to take you afterwards. Please close this window and contact them.',
  forDeveloper:
    'There is no redirect URL. Set partner_redirect_url with PATCH /partners/{partnerId} of the Partner API, or give redirect_url in the query. In the sandbox, POST /__scenario with redirectUrl does it too.',
};

const unusableRedirectUrl: RunProblem = {
  title: 'This link does not work',
  forClient:
    'The company that sent you here gave us an address that we cannot take you to. Please close this window and contact them.',
  forDeveloper: 'redirect_url must be a complete http: or https: address.',
};

/** Reads the hub's query parameters; unknown ones are ignored, as the hub does. */
export function readRunQuery(address: string): RunQuery {
  const { searchParams } = new URL(address);
  const read = (name: string) => searchParams.get(name) || undefined;
  const next = read('next');
  return {
    email: read('email'),
    name: read('name'),
    number: phoneDigits(read('number') ?? '') || undefined,
    encodedState: /[?&]state=([^&#]+)/.exec(address)?.[1],
    redirectUrl: read('redirect_url'),
    next: next === 'login' || next === 'signup' ? next : undefined,
    partner: read('partner'),
    plan: read('plan_selection'),
    lang: read('lang'),
    ioSignature: read('io_signature'),
    ioTimestamp: read('io_timestamp'),
  };
}

/** Decides where a run ends. */
function findRedirectUrl(
  query: RunQuery,
  settings: RunSettings,
): { redirectUrl: string } | { problem: RunProblem } {
  const redirectUrl = query.redirectUrl ?? settings.redirectUrl;
  if (!redirectUrl) return { problem: missingRedirectUrl };
  if (!isWebAddress(redirectUrl)) return { problem: unusableRedirectUrl };
  return { redirectUrl };
}

/** Starts a run and remembers it, or tells why it cannot start. */
export async function startRun(
  state: SandboxState,
  partner: Partner,
  query: RunQuery,
): Promise<{ run: Run } | { problem: RunProblem }> {
  const settings = settingsOf(state, partner);
  const end = findRedirectUrl(query, settings);
  if ('problem' in end) return end;
  if (settings.ioSignature === 'required') {
    const problem = await spendIoSignature(state, partner, query);
    if (problem) return { problem };
  }
  const run: Run = {
    id: crypto.randomUUID(),
    partner,
    query,
    settings,
    redirectUrl: end.redirectUrl,
    permittedBefore: new Set(permittedChannels(state, partner.id)),
  };
  state.runs.set(run.id, run);
  return { run };
}
