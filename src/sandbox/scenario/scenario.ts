import type { PlannedSignup } from '../facebook/planned-signup';
import {
  type Partner,
  type PartnerApiFault,
  type PartnerSettings,
  type RunSettings,
  resetSandboxState,
  type SandboxState,
} from '../state/sandbox-state';
import type { WebhookSettings } from '../state/sent-webhooks';
import { type Scenario, scenarioKeys } from './scenario-keys';

/** Checks a scenario that came as JSON text. */
export function parseScenario(json: string): { scenario: Scenario } | { error: string } {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    return { error: 'The body is not valid JSON.' };
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { error: 'The body must be a JSON object.' };
  }
  const unknown = Object.keys(body).filter((key) => !Object.hasOwn(scenarioKeys, key));
  if (unknown.length > 0) {
    const known = Object.keys(scenarioKeys).join(', ');
    return { error: `Unknown: ${unknown.join(', ')}. A scenario takes ${known}.` };
  }
  for (const [key, { takes, accepts }] of Object.entries(scenarioKeys)) {
    if (Object.hasOwn(body, key) && !accepts(body[key as keyof typeof body])) {
      return { error: `"${key}" must be ${takes}.` };
    }
  }
  if (Object.hasOwn(body, 'embeddedSignup') && Object.hasOwn(body, 'partnerId')) {
    return { error: '"embeddedSignup" names no partner, so leave "partnerId" out.' };
  }
  return { scenario: body };
}

const everyPartner = '*';

/** Makes a scenario hold from now on; keys that it leaves out stay as they are. */
export function applyScenario(state: SandboxState, scenario: Scenario): void {
  const { partnerId = everyPartner, reset, ...changes } = scenario;
  if (reset) resetSandboxState(state);
  state.scenarios.set(partnerId, { ...state.scenarios.get(partnerId), ...changes });
}

/** What is set for this partner, by itself or for all. */
export const scenarioOf = (state: SandboxState, partnerId: string): Partial<PartnerSettings> => ({
  ...state.scenarios.get(everyPartner),
  ...state.scenarios.get(partnerId),
});

/** How this call of the partner fails, which the next one then does not. */
export const takePartnerApiFault = (
  state: SandboxState,
  partnerId: string,
): PartnerApiFault | undefined => scenarioOf(state, partnerId).partnerApiFaults?.shift();

/** What a run of this partner that starts now would do. */
export function settingsOf(state: SandboxState, partner: Partner): RunSettings {
  return {
    payment: partner.payment,
    ioSignature: partner.ioSignature,
    redirectUrl: partner.redirectUrl,
    coop: null,
    ending: null,
    answerDelayMs: 0,
    ...scenarioOf(state, partner.id),
  };
}

/** How Meta's signup goes where the SDK's address does not say. */
export const plannedSignupOf = (state: SandboxState): PlannedSignup | null =>
  scenarioOf(state, everyPartner).embeddedSignup ?? null;

/** How events reach this partner now. */
export const webhookSettingsOf = (state: SandboxState, partner: Partner): WebhookSettings => ({
  webhookUrl: partner.webhookUrl,
  webhooks: 'after',
  channelLife: 'by-itself',
  webhookPauseMs: 1000,
  ...scenarioOf(state, partner.id),
});
