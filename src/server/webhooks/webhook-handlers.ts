import {
  type UnknownWebhookEvent,
  type WebhookEvent,
  type WebhookEventName,
  type WebhookEventOf,
  webhookEventNames,
} from './webhook-event';

/** The second argument of your handlers. */
export type WebhookContext = {
  /** Aborts when the lease is over: from then on, another process may handle the event. */
  signal: AbortSignal;
};

/**
 * What to do, by the name of the event. Whatever one returns is waited for; what it throws has 360dialog
 * send the event again.
 */
export type WebhookHandlers = {
  [Name in WebhookEventName]?:
    | ((event: WebhookEventOf<Name>, context: WebhookContext) => unknown)
    | undefined;
};

/** What to do with events that have no name, or no body, that is documented. */
export type OnUnknown = (event: UnknownWebhookEvent, context: WebhookContext) => unknown;

type AnyHandler = (event: never, context: WebhookContext) => unknown;

/** What the app does with an event; nothing where it takes no interest. */
type ChooseHandler = (
  event: WebhookEvent,
) => ((context: WebhookContext) => Promise<unknown>) | undefined;

/**
 * Checks the table once, at the start: a typo in it would lose events without a word.
 *
 * @throws TypeError for a name that is not documented, and for what is no function
 */
export function readHandlers(on: WebhookHandlers, onUnknown: OnUnknown | undefined): ChooseHandler {
  if (typeof on !== 'object' || on === null) {
    throw new TypeError('on must be a table of functions by the name of the event.');
  }
  const handlers = new Map<string, AnyHandler>();
  const unknown = Object.keys(on).find(
    (name) => !webhookEventNames.some((known) => known === name),
  );
  if (unknown !== undefined) {
    throw new TypeError(`on: ${unknown} is no documented event. onUnknown takes all others.`);
  }
  for (const name of webhookEventNames) {
    // Read by name, because the methods of a class are not the object's own.
    const handler: unknown = on[name];
    if (handler === undefined) continue;
    if (typeof handler !== 'function') throw new TypeError(`on.${name} must be a function.`);
    handlers.set(name, handler.bind(on));
  }
  if (onUnknown !== undefined && typeof onUnknown !== 'function') {
    throw new TypeError('onUnknown must be a function.');
  }
  return (event) => {
    const handler = event.kind === 'unknown' ? onUnknown : handlers.get(event.event);
    return handler && (async (context) => (handler as AnyHandler)(event as never, context));
  };
}
