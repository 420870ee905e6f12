// @vitest-environment node
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { expect, it, vi } from 'vitest';
import { logTo } from '../../examples/recipes/partner-api/log-events';
import { traceTo } from '../../examples/recipes/partner-api/trace-events';
import { startHub } from '../server/partner-api/hub';

it('the example of a log has one line for each event, as loud as it has to be', async () => {
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const { api } = await startHub();

  await api({ onEvent: logTo(log) }).getPartner();

  const event = { type: 'partner_api', call: 'getPartner', partnerId: 'aAbBcCPA', outcome: 'ok' };
  expect(log.info.mock.calls).toEqual([
    [expect.objectContaining(event), 'onboarding: partner_api ok'],
  ]);
});

it('the example of traces has one span for each event, with its time and what is known', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const { api } = await startHub({ partnerApiFaults: ['500'] });

  await api({ onEvent: traceTo(provider.getTracer('app')) })
    .createApiKey('y9MiLoCH')
    .catch(() => {});

  const [span] = exporter.getFinishedSpans();
  expect(span).toMatchObject({
    name: 'onboarding partner_api',
    attributes: {
      'onboarding.call': 'createApiKey',
      'onboarding.channelId': 'y9MiLoCH',
      'onboarding.outcome': 'busy',
      'onboarding.code': 'unavailable',
    },
  });
});
