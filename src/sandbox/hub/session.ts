import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Client, SandboxState } from '../state/sandbox-state';

/** By the port, which cookies do not know: two sandboxes in one browser are two logins. */
const cookieName = (c: Context) => `sandbox_session_${new URL(c.req.url).port || 'default'}`;

/** The client whose browser this is. */
export function signedInClient(c: Context, state: SandboxState): Client | undefined {
  const clientId = state.sessions.get(getCookie(c, cookieName(c)) ?? '');
  return clientId ? state.clients.get(clientId) : undefined;
}

/** Remembers the client in this browser. */
export function signIn(c: Context, state: SandboxState, client: Client): void {
  const sessionId = crypto.randomUUID();
  state.sessions.set(sessionId, client.id);
  // Lax: the popup is opened from the partner's site, and must still know the client.
  setCookie(c, cookieName(c), sessionId, { path: '/', httpOnly: true, sameSite: 'Lax' });
}

/** Forgets the client in this browser. */
export function signOut(c: Context, state: SandboxState): void {
  state.sessions.delete(deleteCookie(c, cookieName(c), { path: '/' }) ?? '');
}
