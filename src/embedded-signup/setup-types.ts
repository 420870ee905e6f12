/** A text that Meta's form is filled with; `null` as its own builder writes absent ones. */
type Prefilled = string | null | undefined;

/**
 * What the client finds filled in, by Meta's own names. A convenience, never a promise: Meta may show each
 * field empty.
 *
 * Source: the skeleton of Meta's Embedded Signup builder.
 */
export type SignupSetup = {
  /** Its portfolio: an existing one by `id`, or the form for a new one. */
  business?:
    | {
        id?: Prefilled;
        name?: Prefilled;
        email?: Prefilled;
        website?: Prefilled;
        /** Such as `UTC-08:00`. */
        timezone?: Prefilled;
        /** `code` is the country's, such as 49. */
        phone?: { code?: number | null | undefined; number?: Prefilled } | undefined;
        address?:
          | {
              streetAddress1?: Prefilled;
              streetAddress2?: Prefilled;
              city?: Prefilled;
              state?: Prefilled;
              zipPostal?: Prefilled;
              /** ISO code, such as `DE`. */
              country?: Prefilled;
            }
          | undefined;
      }
    | undefined;
  /** The profile of the number. */
  phone?: { displayName?: Prefilled; category?: Prefilled; description?: Prefilled } | undefined;
  /** Numbers that you have verified before. */
  preVerifiedPhone?: { ids?: string[] | null | undefined } | undefined;
  /** Existing accounts to choose from. */
  whatsAppBusinessAccount?: { ids?: string[] | null | undefined } | undefined;
  /** Whatever Meta adds. */
  [other: string]: unknown;
};
