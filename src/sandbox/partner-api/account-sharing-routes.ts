import type { WireCommand } from '../../server/partner-api/wire';
import { readObject } from '../read-object';
import { readJsonText } from '../request-body';
import { addClient, clientsOfPartner } from '../state/clients';
import { partnerOf, permittedChannels } from '../state/partners';
import { randomId } from '../state/random-id';
import type { Channel, SandboxState } from '../state/sandbox-state';
import type { SandboxWebhooks } from '../webhooks/create-webhooks';
import type { PartnerApiRoutes } from './partner-api-env';

const text = (body: Record<string, unknown> | null, key: string): string | undefined => {
  const value = body?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What a partner with an Embedded Signup of its own hands in. */
export function addAccountSharingRoutes(
  routes: PartnerApiRoutes,
  state: SandboxState,
  webhooks: SandboxWebhooks,
): void {
  routes.post('/partners/:partnerId/account_sharing/clients', async (c) => {
    const body = readObject(await readJsonText(c));
    const [name, email] = [text(body, 'name'), text(body, 'email')];
    if (!name || !email) return c.json({ message: 'name and email are required' }, 400);
    // As at 360dialog, the same e-mail once more makes one more client.
    const client = addClient(state, name, email, c.var.partnerId);
    const now = new Date().toISOString();
    const by = { user_id: 'sandboxUS', user_name: 'sandbox' };
    return c.json(
      { id: client.id, created_at: now, created_by: by, modified_at: now, modified_by: by },
      201,
    );
  });

  routes.post('/partners/:partnerId/account_sharing/numbers', async (c) => {
    const { partnerId } = c.var;
    const body = readObject(await readJsonText(c));
    const wabaId = text(body, 'waba_external_id');
    const businessId = text(body, 'waba_business_id');
    const clientId = text(body, 'client_id');
    if (!text(body, 'solution_id') || !wabaId || !(businessId || clientId)) {
      return c.json({ message: 'A required property is missing' }, 400);
    }
    const client = clientId
      ? clientsOfPartner(state, partnerId).find(({ id }) => id === clientId)
      : addClient(state, `Business ${businessId}`, `${businessId}@business.example`, partnerId);
    if (!client) return c.json({ message: 'Client not found' }, 404);
    const channel = submittedChannel(wabaId, text(body, 'channel_external_id') ?? wabaId);
    client.channels.push(channel);
    permittedChannels(state, partnerId).add(channel.id);
    const partner = partnerOf(state, partnerId);
    await webhooks.begin({ partner, client, channels: [channel], granted: [] });
    return c.json(queuedCommand(partnerId, client.id, body!), 201);
  });
}

/** Here, the queue is empty at once. The number is invented: only Meta knows it. */
function submittedChannel(metaWabaId: string, metaPhoneNumberId: string): Channel {
  const phoneNumber = `49${metaPhoneNumberId.slice(-10).padStart(10, '0')}`;
  return { id: randomId(6, 'CH'), phoneNumber, metaWabaId, life: 'registered' };
}

const dayMs = 24 * 60 * 60 * 1000;

const queuedCommand = (
  partnerId: string,
  clientId: string,
  properties: Record<string, unknown>,
): WireCommand => {
  // What the server half does not read stands beside what it does.
  const payload = { client_id: clientId, partner_id: partnerId, channel_id: null, properties };
  return {
    id: crypto.randomUUID(),
    status: 'created',
    expires_at: new Date(Date.now() + dayMs).toISOString(),
    value: { payload },
  };
};
