import * as v from 'valibot';

// What 360dialog sends, as documented and as integrators have seen it. Keys that nobody knows yet are
// let through. What the library does not stand on may be missing or odd, and is `null` then.

/** Numbers beyond 2^53 have lost digits when they are parsed, and Meta's IDs are longer. */
const id = v.pipe(
  v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.safeInteger())]),
  v.transform(String),
);
const optionalId = v.nullish(id, null);
const text = v.fallback(v.nullish(v.string(), null), null);

/** A partner account. */
export const partnerSchema = v.looseObject({
  id,
  brand_name: text,
  webhook_url: text,
  partner_redirect_url: text,
  country: text,
});

/** A client in a list. */
export const clientSchema = v.looseObject({
  id,
  name: text,
  status: text,
  partner_payload: text,
  contact_info: v.nullish(v.looseObject({ email: text }), null),
});

/** A channel in a list. */
export const channelSchema = v.looseObject({
  id,
  client_id: optionalId,
  status: text,
  setup_info: v.nullish(v.looseObject({ phone_number: text, phone_name: text }), null),
  waba_account: v.nullish(v.looseObject({ id: optionalId, external_id: optionalId }), null),
});

/** A page of a list, whatever its items are called. */
export const pageSchema = v.looseObject({ total: v.nullish(v.number(), null) });

/** A new API key. It is shown once, so nothing but a missing key makes it unreadable. */
export const apiKeySchema = v.looseObject({
  id: v.fallback(optionalId, null),
  app_id: v.fallback(optionalId, null),
  address: text,
  api_key: v.pipe(v.string(), v.nonEmpty()),
});

/** A client that was created. One integrator reads `client_id`. */
export const createdClientSchema = v.union([
  v.looseObject({ id, created_at: text }),
  v.pipe(
    v.looseObject({ client_id: id, created_at: text }),
    v.transform((answer) => ({ ...answer, id: answer.client_id })),
  ),
]);

/** A command in 360dialog's queue. */
export const commandSchema = v.looseObject({
  id,
  status: text,
  expires_at: text,
  value: v.nullish(
    v.looseObject({ payload: v.nullish(v.looseObject({ client_id: optionalId }), null) }),
    null,
  ),
});

/** What a schema reads, each of its keys and no other: with it, a stand-in cannot drift. */
type KnownKeys<Value> = Value extends object
  ? {
      [Key in keyof Value as string extends Key ? never : Key]-?: KnownKeys<
        Exclude<Value[Key], undefined>
      >;
    }
  : Value;

/** A partner account on the wire. */
export type WirePartner = KnownKeys<v.InferInput<typeof partnerSchema>>;
/** A client on the wire. */
export type WireClient = KnownKeys<v.InferInput<typeof clientSchema>>;
/** A channel on the wire. */
export type WireChannel = KnownKeys<v.InferInput<typeof channelSchema>>;
/** A new API key on the wire. */
export type WireApiKey = KnownKeys<v.InferInput<typeof apiKeySchema>>;
/** A queued command on the wire. */
export type WireCommand = KnownKeys<v.InferInput<typeof commandSchema>>;

/** An answer that is not as documented. Tells where, and never what stood there. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}

/**
 * Reads an answer of 360dialog.
 *
 * @throws UnreadableAnswer
 */
export function readWire<Schema extends v.GenericSchema>(
  schema: Schema,
  answer: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, answer);
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]) ?? 'The answer';
  throw new UnreadableAnswer(`${place} is not as documented.`);
}
