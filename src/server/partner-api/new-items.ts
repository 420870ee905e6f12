import type { Dialog360Id, MetaId, RawAnswer } from './types';

/** A client to create. */
export type NewClient = {
  /** Its name. */
  name: string;
  /** Its e-mail; `ensureClient` knows it by that again, so give each of your tenants a fixed one. */
  email: string;
  /**
   * The name of its first user.
   *
   * @default the client's `name`
   */
  userName?: string | undefined;
};

/** A client that was created. */
export type CreatedClient = {
  /** Its ID. */
  id: Dialog360Id;
  /** When, as 360dialog writes it. */
  createdAt: string | null;
  /** The answer as it came. */
  raw: RawAnswer;
};

/** A client that is there now. */
export type EnsuredClient = {
  /** Its ID. */
  id: Dialog360Id;
  /** Whether it was not there before. */
  isNew: boolean;
};

/** A number from your own Embedded Signup. It needs `metaBusinessId` or `clientId`. */
export type NewNumber = {
  /** The Solution that you share with 360dialog: 14 to 18 digits. */
  solutionId: MetaId;
  /** Meta's ID of the WhatsApp Business Account: `wabaId` of an Embedded Signup. */
  metaWabaId: MetaId;
  /** Meta's ID of the client's business portfolio: `businessId` of an Embedded Signup. */
  metaBusinessId?: MetaId | undefined;
  /** The client at 360dialog. */
  clientId?: Dialog360Id | undefined;
  /** Meta's ID of the number: `phoneNumberId` of an Embedded Signup. Send it where you know it. */
  metaPhoneNumberId?: MetaId | undefined;
  /**
   * What the client's plan covers.
   *
   * @default 'regular', by 360dialog
   */
  tier?: 'basic' | 'regular' | 'premium' | undefined;
};

/** A number in 360dialog's queue. There is no channel yet: a webhook tells when. */
export type SubmittedNumber = {
  /** The ID of the queued command. */
  id: Dialog360Id;
  /** 360dialog's word for its state, like `created`. */
  status: string | null;
  /** When the command expires, as 360dialog writes it. */
  expiresAt: string | null;
  /** Whose number it is, where the answer says it. */
  clientId: Dialog360Id | null;
  /** The answer as it came. */
  raw: RawAnswer;
};
