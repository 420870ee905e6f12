import { isWebAddress } from '../../core/is-web-address';
import { settingsOf } from '../scenario/scenario';
import type { Partner, Run, RunQuery, RunSettings, SandboxState } from '../state/sandbox-state';
import { phoneDigits } from './phone-number';
import { type RunProblem, runProblems } from './run-problem';
import { spendIoSignature } from './spend-io-signature';

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
  if (!redirectUrl) return { problem: runProblems.missingRedirectUrl };
  if (!isWebAddress(redirectUrl)) return { problem: runProblems.unusableRedirectUrl };
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
    permittedBefore: new Map(),
  };
  state.partners.set(partner.id, partner);
  state.runs.set(run.id, run);
  return { run };
}
