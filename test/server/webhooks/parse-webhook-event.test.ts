// @vitest-environment node
import {
  type ChannelEvent,
  type ClientEvent,
  isKeyable,
  isWebhookError,
  verifyWebhook,
  type WebhookEvent,
} from 'react-360dialog-connect/server';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { hostileBodies } from './hostile-bodies';
import { channelEvent, platformSecret, signWebhook, webhook } from './send-webhook';

const read = (body: string | object) =>
  verifyWebhook(webhook(typeof body === 'string' ? body : JSON.stringify(body)), {
    platformSecret,
  });

describe('an event', () => {
  it('about a channel has what is known of the channel', async () => {
    const body = {
      id: 'evt-1',
      event: 'channel_live',
      data: {
        id: 'y9MiLoCH',
        client_id: 'oaY9LLfUCL',
        status: 'running',
        account_mode: 'live',
        setup_info: { phone_number: '4915112345678', phone_name: 'Anna' },
        waba_account: { id: 'aBcDeFWA', external_id: '104996122399160123' },
      },
      new_field: { kept: true },
    };

    expect(await read(body)).toEqual({
      kind: 'channel',
      event: 'channel_live',
      id: 'evt-1',
      partnerId: null,
      channelId: 'y9MiLoCH',
      clientId: 'oaY9LLfUCL',
      status: 'running',
      phoneNumber: '4915112345678',
      wabaAccountId: 'aBcDeFWA',
      wabaExternalId: '104996122399160123',
      body,
    });
  });

  it('about a client has the client, which is nested there', async () => {
    const client = { id: 'oaY9LLfUCL', name: 'Anna', contact_info: { email: 'anna@example.com' } };
    const body = { id: 'evt-2', event: 'client_created', data: { client } };

    expect(await read(body)).toEqual({
      kind: 'client',
      event: 'client_created',
      id: 'evt-2',
      partnerId: null,
      clientId: 'oaY9LLfUCL',
      name: 'Anna',
      email: 'anna@example.com',
      body,
    });
  });

  it.each([
    { event: 'channel_running', id: 'y9MiLoCH', client_id: 'oaY9LLfUCL' },
    { event: 'channel_running', id: 'evt-1', channel_id: 'y9MiLoCH', client_id: 'oaY9LLfUCL' },
    { type: 'channel_running', channel_id: 'y9MiLoCH', client: { id: 'oaY9LLfUCL' } },
    { event: 'channel_running', channel: { id: 'y9MiLoCH' }, client_id: 'oaY9LLfUCL', data: null },
  ])('is understood where its body is flat: %j', async (body) => {
    expect(await read(body)).toMatchObject({
      kind: 'channel',
      event: 'channel_running',
      id: null,
      channelId: 'y9MiLoCH',
      clientId: 'oaY9LLfUCL',
      body,
    });
  });

  it('of an unknown name is kept', async () => {
    const body = { id: 'evt-3', event: 'channel_paused', data: { id: 'y9MiLoCH', reason: 'x' } };

    expect(await read(body)).toEqual({
      kind: 'unknown',
      event: 'channel_paused',
      id: 'evt-3',
      partnerId: null,
      channelId: 'y9MiLoCH',
      clientId: null,
      body,
    });
  });

  it('has no ID where the envelope names the channel instead, which all its events share', async () => {
    const body = { id: 'y9MiLoCH', event: 'channel_live', data: { id: 'y9MiLoCH' } };

    expect((await read(body)).id).toBeNull();
  });
});

describe('a hostile body', () => {
  it.each(hostileBodies)(
    'with %s is refused, or read as far as it can be',
    async (_, body, out) => {
      const raw = { body, signature: signWebhook(body) };

      const read = await verifyWebhook(raw, { platformSecret }).catch((error: unknown) => error);

      if (typeof out === 'string') expect(isWebhookError(read) && read.code).toBe(out);
      else expect(read).toMatchObject(out as object);
    },
  );

  it('leaves every object as it was', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { id?: unknown }).id).toBeUndefined();
  });
});

describe('isKeyable', () => {
  it.each(['channel_new', 'constructor'])(
    'says no to a stored event of another version: %s',
    (event) => {
      expect(isKeyable({ kind: 'channel', event } as never)).toBe(false);
    },
  );

  it.each([
    ['channel_running', true],
    ['channel_status_running', true],
    ['channel_live', true],
    ['channel_permission_granted', true],
    ['channel_created', false],
    ['channel_ready', false],
    ['phone_number_quality_changed', false],
    ['template_messaging_enabled', false],
    ['template_messaging_disabled', false],
    ['client_created', false],
    ['channel_paused', false],
    ['toString', false],
  ])('says of %s: %s', async (name, expected) => {
    expect(isKeyable(await read(channelEvent('evt-1', name)))).toBe(expected);
  });

  it.each([undefined, null])('says no to an event that is not stored any more: %j', (event) => {
    expect(isKeyable(event as never)).toBe(false);
  });

  it('says no where there is no channel', async () => {
    expect(isKeyable(await read({ id: 'evt-1', event: 'channel_live', data: {} }))).toBe(false);
  });
});

describe('the types', () => {
  it('are told apart by kind, and by name', () => {
    const read = (event: WebhookEvent) => {
      if (event.kind === 'channel') expectTypeOf(event.channelId).toEqualTypeOf<string>();
      if (event.kind === 'client') expectTypeOf(event).toEqualTypeOf<ClientEvent>();
      if (event.kind === 'unknown') {
        expectTypeOf(event.channelId).toEqualTypeOf<string | null>();
      }
      if (isKeyable(event)) expectTypeOf(event).toExtend<ChannelEvent>();
      return event.body;
    };

    expectTypeOf(read).returns.toEqualTypeOf<Record<string, unknown>>();
  });
});
