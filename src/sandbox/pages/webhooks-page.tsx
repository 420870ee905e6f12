/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { formatPhoneNumber } from '../hub/phone-number';
import { lifeOf, nextLife } from '../state/channel-life';
import type { Channel, Client, Partner } from '../state/sandbox-state';
import type { SentWebhook, WebhookAttempt } from '../state/sent-webhooks';
import { Page } from './page';

type WebhooksPageProps = {
  /** With the webhook URL that holds now. */
  partners: readonly Partner[];
  clients: readonly Client[];
  /** The newest first. */
  webhooks: readonly SentWebhook[];
};

/** What 360dialog told the partners, and buttons to have it tell more. */
export const WebhooksPage = ({ partners, clients, webhooks }: WebhooksPageProps) => (
  <Page title="Webhooks" wide>
    <p class="lead">
      What the partner’s server is told. Set its address with <code>webhookUrl</code> of{' '}
      <a href="/">a scenario</a> or with the Partner API. Only <code>http:</code> on localhost is
      called.
    </p>
    <h2>Partners</h2>
    <ul class="rows">
      {partners.map((partner) => (
        <PartnerRow key={partner.id} partner={partner} />
      ))}
    </ul>
    <h2>Channels</h2>
    {clients.some(({ channels }) => channels.length > 0) ? (
      <ul class="rows">
        {clients.flatMap((client) =>
          client.channels.map((channel) => (
            <ChannelRow key={channel.id} client={client} channel={channel} />
          )),
        )}
      </ul>
    ) : (
      <p>None yet. They come with the first client who goes through the hub.</p>
    )}
    <h2>Events</h2>
    <p>
      The newest first. <a href="/__webhooks">Look again</a>
    </p>
    {webhooks.length > 0 && (
      <ol class="rows">
        {webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ol>
    )}
  </Page>
);

const PartnerRow = ({ partner: { id, name, webhookUrl } }: { partner: Partner }) => (
  <li>
    <p>
      {name}, <code>{id}</code>
      <small>{webhookUrl ?? 'No webhook URL is set.'}</small>
    </p>
    <ActionForm action="test" name="partner" value={id}>
      Send test event <span class="visually-hidden">to {name}</span>
    </ActionForm>
  </li>
);

function ChannelRow({ client, channel }: { client: Client; channel: Channel }) {
  const number = formatPhoneNumber(channel.phoneNumber);
  const next = nextLife(channel);
  return (
    <li>
      <p>
        {number}, <code>{channel.id}</code>
        <small>
          {client.name}: {lifeOf(channel)}
        </small>
      </p>
      {next && (
        <ActionForm action="step" name="channel" value={channel.id}>
          Go on to {next} <span class="visually-hidden">with {number}</span>
        </ActionForm>
      )}
    </li>
  );
}

const WebhookRow = ({ webhook }: { webhook: SentWebhook }) => (
  <li>
    <div>
      <p>
        <code>{webhook.event}</code>
        <small>
          {webhook.about && `about ${webhook.about}, `}to {webhook.partnerId}
        </small>
      </p>
      <ol class="attempts">
        {webhook.attempts.map((attempt) => (
          <Attempt key={attempt.atMs} attempt={attempt} />
        ))}
      </ol>
      {webhook.nextAttemptMs !== null && (
        <p class="hint">
          Sent again at <Time ms={webhook.nextAttemptMs} />.
        </p>
      )}
      <details>
        <summary>
          Body <span class="visually-hidden">of {webhook.id}</span>
        </summary>
        <pre tabindex={0}>{JSON.stringify(JSON.parse(webhook.body), null, 2)}</pre>
      </details>
    </div>
    <ActionForm action="send-again" name="webhook" value={webhook.id}>
      Send again{' '}
      <span class="visually-hidden">
        {webhook.event} {webhook.about}
      </span>
    </ActionForm>
  </li>
);

const Attempt = ({ attempt: { atMs, url, outcome, answer } }: { attempt: WebhookAttempt }) => (
  <li class={outcome}>
    <Time ms={atMs} /> {url && outcome !== 'not_called' && <code>{url}</code>}{' '}
    <strong>{outcome.replace('_', ' ')}</strong>: {answer}
  </li>
);

/** By the clock of this machine, on which the person looks, too. */
const Time = ({ ms }: { ms: number }) => (
  <time datetime={new Date(ms).toISOString()}>{new Date(ms).toLocaleTimeString('en-GB')}</time>
);

type ActionFormProps = { action: string; name: string; value: string; children?: Child };

const ActionForm = ({ action, name, value, children }: ActionFormProps) => (
  <form method="post" action={`/__webhooks/${action}`}>
    <input type="hidden" name={name} value={value} />
    <button type="submit" class="small">
      {children}
    </button>
  </form>
);
