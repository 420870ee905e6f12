import { SpanStatusCode, type Tracer } from '@opentelemetry/api';
import type { OnEvent } from 'react-360dialog-connect/server';

/** One span for each step of an onboarding. Those of one run have its `runId` in common. */
export const traceTo =
  (tracer: Tracer): OnEvent =>
  ({ at, type, outcome, durationMs, ...facts }) => {
    const attributes = Object.fromEntries(
      Object.entries({ outcome, ...facts }).map(([name, value]) => [
        `onboarding.${name}`,
        value ?? '',
      ]),
    );
    const span = tracer.startSpan(`onboarding ${type}`, { startTime: at - durationMs, attributes });
    if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(at);
  };
