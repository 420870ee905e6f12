import { isWebAddress } from '../../core/is-web-address';
import { readObject } from '../read-object';
import { readJsonText } from '../request-body';
import { applyScenario, settingsOf, webhookSettingsOf } from '../scenario/scenario';
import { clientsOfPartner } from '../state/clients';
import { partnerOf } from '../state/partners';
import type { SandboxState } from '../state/sandbox-state';
import { answerList } from './list-answer';
import type { PartnerApiRoutes } from './partner-api-env';
import { wireClient, wirePartner } from './wire-answers';

/** The account and its clients. */
export function addPartnerRoutes(routes: PartnerApiRoutes, state: SandboxState): void {
  const answerPartner = (partnerId: string) => {
    const partner = partnerOf(state, partnerId);
    return wirePartner(partner, {
      ...settingsOf(state, partner),
      ...webhookSettingsOf(state, partner),
    });
  };

  routes.get('/partners/:partnerId', (c) => c.json(answerPartner(c.var.partnerId)));

  routes.patch('/partners/:partnerId', async (c) => {
    const body = readObject(await readJsonText(c));
    const urls = [body?.['partner_redirect_url'], body?.['webhook_url']];
    const isAddress = (url: unknown) => url === undefined || url === null || isWebAddress(url);
    if (!body || !urls.every(isAddress)) return c.json({ message: 'Invalid URL' }, 400);
    const [redirectUrl, webhookUrl] = urls as (string | null | undefined)[];
    const partner = partnerOf(state, c.var.partnerId);
    state.partners.set(partner.id, partner);
    // What was set last is what holds, also after a scenario had set another one.
    const partnerId = partner.id;
    if (redirectUrl !== undefined) applyScenario(state, { partnerId, redirectUrl });
    if (webhookUrl !== undefined) applyScenario(state, { partnerId, webhookUrl });
    return c.json(answerPartner(partner.id));
  });

  routes.get('/partners/:partnerId/clients', (c) =>
    answerList(c, clientsOfPartner(state, c.var.partnerId).map(wireClient), 'clients'),
  );
}
