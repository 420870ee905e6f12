/** @jsxImportSource hono/jsx */
import { NumbersPage } from '../pages/numbers-page';
import { knownPlan, PaymentPage } from '../pages/payment-page';
import { PermissionsPage } from '../pages/permissions-page';
import { readForm } from '../request-body';
import { lifeOf } from '../state/channel-life';
import { addChannel } from '../state/clients';
import { permittedChannels } from '../state/partners';
import type { Client, Run, SandboxState } from '../state/sandbox-state';
import type { SandboxWebhooks } from '../webhooks/create-webhooks';
import { isPhoneNumber, phoneDigits } from './phone-number';
import type { RunRoutes } from './run-env';
import { redirectLocation, settlePermissions } from './run-outcome';
import { askedChannels, dueStep, type RunStep } from './run-step';

/** The steps of a client who is signed in: price, numbers, permission. */
export function addStepRoutes(
  routes: RunRoutes,
  state: SandboxState,
  webhooks: SandboxWebhooks,
): void {
  routes.on(['GET', 'POST'], ['/payment', '/numbers', '/permissions'], async (c, next) => {
    const { run, client } = c.var;
    const step = c.req.path.split('/').at(-1) as RunStep;
    const due = dueStep(run, client);
    const addsNumber = step === 'numbers' && due === 'permissions' && !run.query.number;
    return step === due || addsNumber ? next() : c.redirect(`/run/${run.id}`, 303);
  });

  routes.get('/payment', (c) => c.html(<PaymentPage run={c.var.run} client={c.var.client!} />));

  routes.post('/payment', async (c) => {
    const { run, client } = c.var;
    client!.plan = knownPlan((await readForm(c)).get('plan'));
    return c.redirect(`/run/${run.id}`, 303);
  });

  routes.get('/numbers', (c) => c.html(<NumbersPage run={c.var.run} client={c.var.client!} />));

  routes.post('/numbers', async (c) => {
    const { run } = c.var;
    const client = c.var.client!;
    const form = await readForm(c);
    const otherNumber = form.get('otherNumber')?.trim();
    const other = otherNumber ? [phoneDigits(otherNumber)] : [];
    if (!other.every(isPhoneNumber)) {
      const error = 'This is no phone number with country code: it needs 7 to 15 digits.';
      return c.html(<NumbersPage {...{ run, client, otherNumber, error }} />, 422);
    }
    const numbers = [...form.getAll('number').map(phoneDigits), ...other].filter(
      (number) => number && (!run.query.number || number === run.query.number),
    );
    if (numbers.length === 0) {
      const error = 'Please choose at least one number.';
      return c.html(<NumbersPage {...{ run, client, error }} />, 422);
    }
    for (const number of numbers) addChannel(client, number);
    return c.redirect(`/run/${run.id}`, 303);
  });

  routes.get('/permissions', (c) => {
    const { run, client } = c.var;
    const permitted = permittedChannels(state, run.partner.id);
    return c.html(<PermissionsPage {...{ run, client: client!, permitted }} />);
  });

  routes.post('/permissions', async (c) => {
    const { run } = c.var;
    const client = c.var.client!;
    const ticked = (await readForm(c)).getAll('channel');
    const granted = channelsGrantedBy(state, run, client, ticked);
    const outcome = settlePermissions(state, run, client, ticked);
    const channels = askedChannels(run, client);
    await webhooks.begin({ partner: run.partner, client, channels, granted });
    return c.redirect(redirectLocation(run, client, outcome), 303);
  });
}

/** Partners who pay have the permission of new channels by default, so nobody gives it. */
function channelsGrantedBy(state: SandboxState, run: Run, client: Client, ticked: string[]) {
  const permitted = permittedChannels(state, run.partner.id);
  return askedChannels(run, client).filter((channel) => {
    const isByDefault = run.settings.payment === 'partner' && lifeOf(channel) === 'registered';
    return ticked.includes(channel.id) && !permitted.has(channel.id) && !isByDefault;
  });
}
