import type { Dialog360Id } from 'react-360dialog-connect/server';

/** A customer of yours. */
export type Tenant = { id: string; name: string };

/** An Embedded Signup of a tenant; `launchedAt` is null until its window is opened. */
export type Run = { state: string; tenant: Tenant; launchedAt: number | null; isAnswered: boolean };

/** A number of a tenant, as far as webhooks have told. */
export type ConnectedNumber = {
  tenantId: string;
  channelId: string;
  phoneNumber: string | null;
  isReady: boolean;
};

// These stand for tables of your database. In memory, all of it is gone with the process.
export const runs = new Map<string, Run>();
export const tenantsByClient = new Map<Dialog360Id, Tenant>();
export const numbers = new Map<string, ConnectedNumber>();
/** Accounts at Meta that were handed in. */
export const knownAccounts = new Set<string>();
/** Accounts that Meta told of and nobody handed in, by when it told. */
export const newAccounts = new Map<string, number>();

/** Stands for the login of your app: who sent this request? */
export function tenantOf(request: Request): Tenant | null {
  const id = /\bsession=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  return id ? { id, name: `Tenant ${id}` } : null;
}
