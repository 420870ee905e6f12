import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';
import { signature, signingEndpoint } from '../helpers/signing-endpoint';

const page = fakePage();
const settle = () => vi.advanceTimersByTimeAsync(0);
const parameters = () => Object.fromEntries(new URL(page.popup.address).searchParams);

describe('prepare', () => {
  it('runs once, in the click, while the popup stands', () => {
    const prepare = vi.fn(() => new Promise<void>(() => {}));
    const watched = watchedOnboarding({ prepare });

    watched.onboarding.open();
    watched.onboarding.open();

    const { runId } = watched.onboarding.getSnapshot();
    expect(prepare.mock.calls).toEqual([
      [{ partnerId: 'aAbBcCPA', runId, signal: expect.any(AbortSignal) }],
    ]);
    expect(page.popups).toHaveLength(1);
    expect(page.popup.address).toBe('');
    expect(watched.statuses).toEqual(['preparing']);
  });

  it('gives parameters that are put over the app’s', async () => {
    const watched = watchedOnboarding({
      queryParameters: { email: 'a@example.com', lang: 'de' },
      prepare: async () => ({ lang: 'en', partner: 'contract-1', state: 'minted' }),
    });

    watched.onboarding.open();
    await settle();

    expect(watched.statuses).toEqual(['preparing', 'open']);
    expect(parameters()).toEqual({
      email: 'a@example.com',
      lang: 'en',
      partner: 'contract-1',
      state: 'minted',
    });
  });

  it.each([undefined, null, {}])('may give nothing: %j', async (nothing) => {
    const watched = watchedOnboarding({ prepare: async () => nothing as undefined });

    watched.onboarding.open();
    await settle();

    expect(watched.status).toBe('open');
  });

  it('comes before fetchIoSignature, which is asked with what it gave', async () => {
    const order: string[] = [];
    const watched = watchedOnboarding({
      prepare: async () => {
        order.push('prepare');
        return { partner: 'contract-1' };
      },
      fetchIoSignature: async () => {
        order.push('sign');
        return signature;
      },
    });

    watched.onboarding.open();
    await settle();

    expect(order).toEqual(['prepare', 'sign']);
    expect(watched.statuses).toEqual(['preparing', 'signing', 'open']);
    expect(parameters()).toMatchObject({
      partner: 'contract-1',
      io_signature: signature.io_signature,
    });
  });

  it('may mint a state, which has to come back', async () => {
    const watched = watchedOnboarding({
      queryParameters: { state: 'mine' },
      prepare: async () => ({ state: 'minted' }),
    });
    watched.onboarding.open();
    await settle();
    showHub();

    receiveMessage('?client=a&channels=[b]', { source: page.popup });

    expect(watched.outcomes.errors).toEqual(['state_mismatch']);
  });

  it('may name the redirect page, from whose origin a result then counts', async () => {
    const watched = watchedOnboarding({
      prepare: async () => ({ redirect_url: 'https://connect.example.com/done' }),
    });
    watched.onboarding.open();
    await settle();
    showHub();

    receiveMessage(page.popup.redirect(), {
      source: page.popup,
      origin: 'https://connect.example.com',
    });

    expect(watched.outcomes.results).toBe(1);
  });

  it('fails with preparation_failed and its cause; the hub is not asked', async () => {
    const cause = new Error('no contract');
    const watched = watchedOnboarding({ prepare: () => Promise.reject(cause) });

    watched.onboarding.open();
    await settle();

    expect(watched.statuses).toEqual(['preparing', 'failed']);
    expect(watched.onboarding.getSnapshot().error).toMatchObject({
      code: 'preparation_failed',
      cause,
    });
    expect(page.popup.closed).toBe(true);
    expect(page.popup.address).toBe('');
  });

  it.each<[string, unknown]>([
    ['a Response', new Response('{}')],
    ['a list', ['state']],
    ['a text', 'state'],
    ['a map', new Map()],
    ['a redirect_url that is none', { redirect_url: 'app.example.com' }],
    ['half a character', { state: '\udc00' }],
  ])('fails with %s', async (_what, answer) => {
    const watched = watchedOnboarding({ prepare: async () => answer as undefined });

    watched.onboarding.open();
    await settle();

    expect(watched.outcomes.errors).toEqual(['preparation_failed']);
    expect(page.popup.closed).toBe(true);
  });

  it.each(['close', 'reset'] as const)('is aborted by %s(), and nothing follows', async (how) => {
    let signal!: AbortSignal;
    let answer!: () => void;
    const { fetchIoSignature } = signingEndpoint();
    const watched = watchedOnboarding({
      fetchIoSignature,
      prepare: (request) => {
        signal = request.signal;
        return new Promise<void>((resolve) => {
          answer = resolve;
        });
      },
    });
    watched.onboarding.open();

    watched.onboarding[how]();
    answer();
    await settle();

    expect(signal.aborted).toBe(true);
    expect(fetchIoSignature).not.toHaveBeenCalled();
    expect(watched.status).toBe(how === 'close' ? 'cancelled' : 'idle');
    expect(page.popup.closed).toBe(true);
  });

  it('is cancelled by a client who closes the popup meanwhile', async () => {
    const watched = watchedOnboarding({ prepare: () => new Promise<void>(() => {}) });
    watched.onboarding.open();

    page.popup.close();
    await vi.advanceTimersByTimeAsync(1000);

    expect(watched.statuses).toEqual(['preparing', 'cancelled']);
  });

  it('may be followed by whole-page mode', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', {
      ...location,
      origin: location.origin,
      href: location.href,
      assign,
    });
    const watched = watchedOnboarding({
      display: 'redirect',
      prepare: async () => ({ partner: 'contract-1' }),
    });

    watched.onboarding.open();
    await settle();

    expect(assign.mock.calls).toEqual([[expect.stringContaining('partner=contract-1')]]);
  });
});

describe('a relative redirect_url', () => {
  it.each([
    ['/connect', '/connect'],
    ['./connect?step=2', '/app/connect?step=2'],
    ['../connect', '/connect'],
    ['connect', '/app/connect'],
    ['?step=2', '/app/here?step=2'],
  ])('%s is resolved against the page at the click', (given, address) => {
    const watched = watchedOnboarding({ queryParameters: { redirect_url: given } });
    history.replaceState(null, '', '/app/here');

    watched.onboarding.open();

    expect(watched.status).toBe('open');
    expect(parameters()['redirect_url']).toBe(location.origin + address);
  });

  it('leaves a whole one as it is, to the letter', () => {
    const given = 'https://app.example.com?a=%7e';
    watchedOnboarding({ queryParameters: { redirect_url: given } }).onboarding.open();

    expect(parameters()['redirect_url']).toBe(given);
  });
});

describe('an attempt that a callback ends', () => {
  it.each(['preparing', 'signing', 'open'] as const)('at %s goes no further', async (status) => {
    const prepare = vi.fn(async () => {});
    const fetchIoSignature = vi.fn(async () => signature);
    const watched = watchedOnboarding({ prepare, fetchIoSignature });
    watched.onStatusChange.mockImplementation((now) => {
      if (now === status) watched.onboarding.close();
    });

    watched.onboarding.open();
    await settle();

    expect(watched.statuses.at(-1)).toBe('cancelled');
    expect(watched.outcomes).toEqual({ results: 0, cancels: 1, errors: [] });
    expect(page.popup.closed).toBe(true);
    expect(prepare).toHaveBeenCalledTimes(status === 'preparing' ? 0 : 1);
    expect(fetchIoSignature).toHaveBeenCalledTimes(status === 'open' ? 1 : 0);
  });
});
