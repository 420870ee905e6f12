import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createStates, memoryStore, stateHandler } from 'react-360dialog-connect/server';
import { mockOnboarding, type OnboardingMock } from 'react-360dialog-connect/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Connect } from '../../examples/recipes/check-on-server';

const states = createStates({ store: memoryStore() });
const handleState = stateHandler({ states, authorize: () => ({ user: '7' }) });

let onboarding: OnboardingMock;
beforeEach(() => {
  onboarding = mockOnboarding();
});
afterEach(() => {
  onboarding.restore();
  vi.unstubAllGlobals();
});

/** The app's server as the page on states and results has it: a result counts with the user's own `state`. */
function playServer({ busyFor = 0 }: { busyFor?: number }): void {
  let asked = 0;
  const takeResult = async (body: string) => {
    if (++asked <= busyFor) {
      return Response.json({ error: 'busy' }, { status: 503, headers: { 'Retry-After': '1' } });
    }
    return states.take(JSON.parse(body).state, '7').then(
      () => Response.json({ ok: true }),
      () => Response.json({ error: 'state_unknown' }, { status: 403 }),
    );
  };
  vi.stubGlobal('fetch', async (path: string, { body, headers }: RequestInit) => {
    if (path === '/api/clients') return takeResult(String(body));
    const request = new Request(`http://localhost${path}`, {
      method: 'POST',
      body: body!,
      headers: headers!,
    });
    request.headers.set('Sec-Fetch-Site', 'same-origin');
    return handleState(request);
  });
}

const connect = async () => {
  render(<Connect />);
  await userEvent.click(screen.getByRole('button', { name: 'Connect 360dialog' }));
  act(() => onboarding.complete({ client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] }));
};

it('brings a result that the server of the guide takes', async () => {
  playServer({});

  await connect();

  expect(await screen.findByText('Connected.')).toBeTruthy();
});

it('sends the result again where the server is busy', async () => {
  playServer({ busyFor: 1 });

  await connect();

  expect(await screen.findByText('Connected.', {}, { timeout: 4000 })).toBeTruthy();
});

it('sends no result again that the server refuses', async () => {
  playServer({});
  await connect();
  await screen.findByText('Connected.');
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/clients'
      ? Response.json({ error: 'state_unknown' }, { status: 403 })
      : Response.json({ state: 'foreign' }),
  );

  await userEvent.click(screen.getByRole('button', { name: 'Connect 360dialog' }));
  act(() => onboarding.complete({ client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] }));

  expect(await screen.findByText('We could not check this. Please contact us.')).toBeTruthy();
});
