import type { ChannelEventName } from '../../server/webhooks/webhook-event';
import type { Channel } from './sandbox-state';

/**
 * Where a channel is on its way. `registered` are those that a client has just chosen, in a visit of the hub
 * that has not ended: nobody was told of them.
 */
export type ChannelLife = 'registered' | 'created' | 'ready' | 'running' | 'live';

/** Documented in this order: https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup */
const steps = ['registered', 'created', 'ready', 'running', 'live'] as const;

/** Where the channel is. One that was put in without a life needs no onboarding any more. */
export const lifeOf = ({ life = 'live' }: Channel): ChannelLife => life;

/** What comes next; `null` for a channel that is live. */
export function nextLife(channel: Channel): Exclude<ChannelLife, 'registered'> | null {
  const next = steps[steps.indexOf(lifeOf(channel)) + 1];
  return next === undefined || next === 'registered' ? null : next;
}

/** The event that tells of this part of its life. */
export const eventOf = (life: Exclude<ChannelLife, 'registered'>): ChannelEventName =>
  `channel_${life}`;

/** The channel's status, as 360dialog words it. */
export function statusOf(channel: Channel): 'created' | 'ready' | 'running' {
  const life = lifeOf(channel);
  if (life === 'registered') return 'created';
  return life === 'live' ? 'running' : life;
}
