import type { ChannelEventName } from '../../server/webhooks/webhook-event';
import { webhookSettingsOf } from '../scenario/scenario';
import { eventOf, lifeOf, nextLife } from '../state/channel-life';
import type { Channel, Client, Partner, SandboxState } from '../state/sandbox-state';
import type { Background } from './background';
import type { WebhookSender } from './create-sender';
import { channelNews, clientCreated } from './news';

/** What has come of a visit of the hub, or of a number that a partner has handed in. */
type Onboarded = {
  partner: Partner;
  client: Client;
  /** All channels that it was about. Those that are new begin their lives. */
  channels: readonly Channel[];
  /** The channels whose permission was given by hand. */
  granted: readonly Channel[];
};

/** Tells partners what becomes of their clients. */
export type OnboardingNews = {
  /** Has the lives of new channels begin. Resolves when the redirect may be sent. */
  begin(onboarded: Onboarded): Promise<void>;
  /** Takes a channel one step on, and tells its client's partners. */
  stepOn(client: Client, channel: Channel): Promise<void>;
};

/** `late` is so many pauses after the redirect. */
const latePauses = 10;

/** Makes the teller of one sandbox. */
export function createOnboardingNews(
  state: SandboxState,
  sender: WebhookSender,
  background: Background,
): OnboardingNews {
  async function stepOn(client: Client, channel: Channel): Promise<void> {
    const life = nextLife(channel);
    if (!life) return;
    channel.life = life;
    await tellPartners(eventOf(life), client, channel);
  }

  async function tellPartners(event: ChannelEventName, client: Client, channel: Channel) {
    for (const partnerId of client.partnerIds) {
      await sender.send(partnerId, channelNews(event, client, channel));
    }
  }

  async function tellBeginning(onboarded: Onboarded, isNewClient: boolean): Promise<void> {
    const { partner, client, channels, granted } = onboarded;
    if (isNewClient) await sender.send(partner.id, clientCreated(client));
    for (const channel of channels) await tellPartners('channel_created', client, channel);
    for (const channel of granted) {
      await sender.send(partner.id, channelNews('channel_permission_granted', client, channel));
    }
  }

  async function goLive({ client, channels }: Onboarded, pauseMs: number): Promise<void> {
    while (channels.some(nextLife)) {
      await background.pause(pauseMs);
      // Forgotten by a reset meanwhile.
      if (state.clients.get(client.id) !== client) return;
      for (const channel of channels) await stepOn(client, channel);
    }
  }

  async function begin(onboarded: Onboarded): Promise<void> {
    const { partner, client } = onboarded;
    const settings = webhookSettingsOf(state, partner);
    const { webhooks, channelLife, webhookPauseMs } = settings;
    // At once and not with the event: the same form may come a second time meanwhile.
    const channels = onboarded.channels.filter((channel) => lifeOf(channel) === 'registered');
    const isHeard = webhooks !== 'off' && settings.webhookUrl !== null;
    const isByItself = channelLife === 'by-itself';
    for (const channel of channels) channel.life = isByItself && !isHeard ? 'live' : 'created';
    if (!isHeard) return;
    const isNewClient = !client.announcedTo.has(partner.id);
    client.announcedTo.add(partner.id);

    const tell = async (firstPauseMs: number, stepPauseMs: number) => {
      await background.pause(firstPauseMs);
      if (state.clients.get(client.id) !== client) return;
      await tellBeginning({ ...onboarded, channels }, isNewClient);
      if (isByItself) await goLive({ ...onboarded, channels }, stepPauseMs);
    };
    if (webhooks === 'early') return tell(0, 0);
    const pauses = webhooks === 'late' ? latePauses : 1;
    background.run(() => tell(pauses * webhookPauseMs, webhookPauseMs));
  }

  return { begin, stepOn };
}
