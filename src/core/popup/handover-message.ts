/** Names our messages, our storage keys and, with the attempt's ID, our channels. */
export const handoverName = '360dialog-connect';

/** What the redirect page and the opener say to each other. */
export type HandoverMessage = {
  type: typeof handoverName;
  v: 1;
  /** The attempt's ID; missing where the browser keeps no per-window storage. */
  id?: string | undefined;
  /** The redirect page: "this is the query the hub sent me." */
  search?: string;
  /** The opener: "I took it, you can close." */
  ack?: true;
  /** An opener that was reloaded: "I listen now; whoever has a result, say it again." */
  ask?: true;
};

/** Distrusts everything but the shape of a handover message. */
export const isHandoverMessage = (data: unknown): data is HandoverMessage =>
  (data as HandoverMessage | null)?.type === handoverName;
