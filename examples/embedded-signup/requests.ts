import type { EmbeddedSignupResult } from 'react-360dialog-connect/embedded-signup';

export async function beginRun(): Promise<string> {
  const response = await fetch('/api/runs', { method: 'POST' });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()).state;
}

/** In the click, and without waiting: the window has to open in it. */
export function tellOfLaunch(state: string | undefined): void {
  fetch(`/api/runs/${state}/launch`, { method: 'POST', keepalive: true }).catch(() => {});
}

/** Sends the result until the server has taken or refused it. @returns what to tell the client */
export async function handIn(
  { wabaId, phoneNumberId, businessId }: EmbeddedSignupResult,
  state: string | undefined,
): Promise<string> {
  // Meta's code stays here: 360dialog needs none.
  const body = JSON.stringify({ signup: { wabaId, phoneNumberId, businessId }, state });
  for (;;) {
    const response = await fetch('/api/signups', { method: 'POST', body }).catch(() => null);
    if (response?.ok) return 'Your number is connected. It takes a moment until it is ready.';
    if (response && response.status !== 503) return 'We are looking for your number.';
    const seconds = Number(response?.headers.get('Retry-After')) || 5;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

type ShownNumber = { channelId: string; phoneNumber: string; isReady: boolean };

export async function numbersNow(): Promise<ShownNumber[]> {
  return (await fetch('/api/numbers')).json();
}

/** @returns what to tell the client */
export async function sayHello(channelId: string, to: string): Promise<string> {
  const body = JSON.stringify({ to });
  const { ok } = await fetch(`/api/numbers/${channelId}/hello`, { method: 'POST', body });
  return ok ? `“Hello” is on its way to ${to}.` : 'The message was not sent.';
}
