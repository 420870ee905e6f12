import { act, fireEvent, render, screen } from '@testing-library/react';
import {
  ConnectButton,
  createOnboarding,
  type OnboardingErrorCode,
  type OnboardingOptions,
  startOnboarding,
  useIntegratedOnboarding,
} from 'react-360dialog-connect';
import { mockOnboarding, type OnboardingMock } from 'react-360dialog-connect/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };
const partnerId = 'aAbBcCPA';

let onboarding: OnboardingMock;
beforeEach(() => {
  onboarding = mockOnboarding();
});
afterEach(() => onboarding.restore());

/** A store whose every callback is written down. */
function storeOf(options: Partial<OnboardingOptions> = {}) {
  const told: unknown[] = [];
  const store = createOnboarding({
    partnerId,
    callback: (each) => told.push(each),
    onCancel: () => told.push('cancelled'),
    onError: ({ code }) => told.push(code),
    ...options,
  });
  return { ...store, told };
}

function Hook(options: OnboardingOptions) {
  const { status, open } = useIntegratedOnboarding(options);
  return (
    <button type="button" onClick={open}>
      {status}
    </button>
  );
}

describe.each([
  ['the button', ConnectButton],
  ['the hook', Hook],
])('a test of %s', (_, Connect) => {
  const click = () => fireEvent.click(screen.getByRole('button'));

  it('plays a client who is done', () => {
    const callback = vi.fn();
    render(<Connect partnerId={partnerId} callback={callback} />);

    click();
    act(() => onboarding.complete(result));

    expect(callback.mock.calls).toEqual([[result]]);
  });

  it('plays a client who closes the popup, without waiting', () => {
    const onCancel = vi.fn();
    render(<Connect partnerId={partnerId} callback={() => {}} onCancel={onCancel} />);

    click();
    act(() => onboarding.cancel());

    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it('plays a failure', () => {
    const onError = vi.fn();
    render(<Connect partnerId={partnerId} callback={() => {}} onError={onError} />);

    click();
    act(() => onboarding.fail('timeout'));

    expect(onError.mock.calls[0]![0].code).toBe('timeout');
  });
});

describe('complete', () => {
  it('resolves the promise of startOnboarding', async () => {
    const { result: promise } = startOnboarding({ partnerId });

    onboarding.complete(result);

    expect(await promise).toEqual(result);
  });

  it('brings back the state that was sent, and every part of the result', () => {
    const { open, told } = storeOf({ queryParameters: { state: 'order 7+1' } });
    const all = { ...result, revokedChannels: ['Xy34CH'] };

    open();
    onboarding.complete(all);

    expect(told).toEqual([{ ...all, state: 'order 7+1' }]);
  });

  it('takes another state for what it is, a forgery', () => {
    const { open, told } = storeOf();

    open();
    onboarding.complete({ ...result, state: 'another' });

    expect(told).toEqual(['state_mismatch']);
  });

  it('waits for prepare and fetchIoSignature', async () => {
    const { open, told } = storeOf({
      prepare: async () => ({ lang: 'de' }),
      fetchIoSignature: async () => ({ io_signature: 'e19a', io_timestamp: 1_775_653_748 }),
    });

    open();
    onboarding.complete(result);
    expect(told).toEqual([]);

    await vi.waitFor(() => expect(told).toEqual([result]));
    expect(onboarding.lastUrl).toContain('io_signature=e19a');
  });

  it('still brings a late result after a cancel', () => {
    const { open, told } = storeOf();

    open();
    onboarding.cancel();
    onboarding.complete(result);

    expect(told).toEqual(['cancelled', result]);
  });

  it('refuses a result that the library would not read', () => {
    storeOf().open();

    expect(() => onboarding.complete({ client: 'two words', channels: [] })).toThrow(/result: it/);
    expect(() => onboarding.complete({ client: 'a' } as typeof result)).toThrow(/channels: it/);
    expect(() => onboarding.complete(null as never)).toThrow(TypeError);
  });

  it.each<object>([
    { channels: ['y9MiLoCH'] },
    { client: ' oaY9LLfUCL', channels: [] },
    { client: 'oaY9LLfUCL', channels: ['y9MiLoCH Ab12CH'] },
    { client: 'oaY9LLfUCL', channels: ['y9MiLoCH,Ab12CH'] },
    { client: 'oaY9LLfUCL', channels: [undefined] },
    { client: 'oaY9LLfUCL', channels: [], revokedChannels: 'Xy34CH' },
  ])('refuses %j, which the app would not get as it is', (wrong) => {
    const { open, told } = storeOf();
    open();

    expect(() => onboarding.complete(wrong as typeof result)).toThrow(TypeError);
    expect(told).toEqual([]);
  });
});

describe('cancel', () => {
  it('ends an attempt that still signs', async () => {
    const fetchIoSignature = vi.fn(() => new Promise<never>(() => {}));
    const { open, told } = storeOf({ fetchIoSignature });

    open();
    onboarding.cancel();

    expect(told).toEqual(['cancelled']);
    expect(fetchIoSignature).toHaveBeenCalledTimes(1);
  });

  it('works with fake timers, and leaves the clock as it was', () => {
    vi.useFakeTimers();
    const before = performance.now();
    const { open, told } = storeOf();

    open();
    onboarding.cancel();

    expect(told).toEqual(['cancelled']);
    expect(performance.now()).toBe(before);
    vi.useRealTimers();
  });
});

// Jest's fake timers stop `queueMicrotask`, too.
describe('with fake timers that nobody moves', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['queueMicrotask', 'setTimeout', 'setInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const fetchIoSignature = async () => ({ io_signature: 'e19d', io_timestamp: 1_775_653_751 });
  /** What has been promised by now comes about. */
  const settle = async () => {
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  };

  it('a result waits for the signature and comes', async () => {
    const { open, told } = storeOf({ fetchIoSignature });

    open();
    onboarding.complete(result);
    await settle();

    expect(told).toEqual([result]);
  });

  it('the next signature fails', async () => {
    const { open, told } = storeOf({ fetchIoSignature });

    onboarding.fail('signature_failed');
    open();
    await settle();

    expect(told).toEqual(['signature_failed']);
  });
});

describe('fail', () => {
  it.each<OnboardingErrorCode>([
    'invalid_options',
    'preparation_failed',
    'state_mismatch',
    'invalid_redirect',
    'timeout',
  ])('ends the running attempt with %s', (code) => {
    const { open, told, getSnapshot } = storeOf();

    open();
    onboarding.fail(code);

    expect(told).toEqual([code]);
    expect(getSnapshot().status).toBe('failed');
  });

  it('tells a test whose attempt is over what is missing', () => {
    const { open, told } = storeOf();
    open();
    onboarding.complete(result);

    for (const code of ['timeout', 'state_mismatch'] as const) {
      expect(() => onboarding.fail(code)).toThrow('Click the button again');
    }
    expect(told).toEqual([result]);
  });

  it('is state_mismatch for a state of any letters', () => {
    const { open, told } = storeOf({ queryParameters: { state: '1&client=2#3+%34' } });

    open();
    onboarding.fail('state_mismatch');

    expect(told).toEqual(['state_mismatch']);
  });

  it('does nothing to an attempt that the app ended in the click itself', async () => {
    const { open, close, told } = storeOf();

    onboarding.fail('signature_failed');
    open();
    close();
    await Promise.resolve();

    expect(told).toEqual(['cancelled']);
  });

  it('lets the browser block the next popup, and no other', () => {
    const { open, told } = storeOf();

    onboarding.fail('popup_blocked');
    open();
    expect(told).toEqual(['popup_blocked']);

    open();
    onboarding.complete(result);
    expect(told).toEqual(['popup_blocked', result]);
  });

  it('lets the next signature fail, whatever your endpoint answers', async () => {
    const statuses: string[] = [];
    const { open, told } = storeOf({
      fetchIoSignature: async () => ({ io_signature: 'e19a', io_timestamp: 1_775_653_748 }),
      onStatusChange: (status) => statuses.push(status),
    });

    onboarding.fail('signature_failed');
    open();

    await vi.waitFor(() => expect(told).toEqual(['signature_failed']));
    expect(statuses).toEqual(['signing', 'failed']);
    expect(onboarding.lastUrl).toBe(null);
  });

  it('knows no other code', () => {
    expect(() => onboarding.fail('oops' as OnboardingErrorCode)).toThrow(TypeError);
  });
});

describe('lastUrl', () => {
  it('is the address that the hub was asked for', () => {
    expect(onboarding.lastUrl).toBe(null);

    storeOf({ requestedNumber: '+49 30 123' }).open();

    const url = new URL(onboarding.lastUrl!);
    expect(url.pathname).toBe('/dashboard/app/aAbBcCPA/permissions');
    expect(url.searchParams.get('number')).toBe('4930123');
  });
});

describe('a window that the app opens for something else', () => {
  it('is no popup of the hub', () => {
    const { open, told } = storeOf();

    open();
    window.open('https://help.example', '_blank', 'noopener');
    onboarding.complete(result);

    expect(told).toEqual([result]);
    expect(onboarding.lastUrl).toContain('/aAbBcCPA/');
  });

  it('is not blocked in its place', () => {
    const { open, told } = storeOf();

    onboarding.fail('popup_blocked');
    expect(window.open('https://help.example')).not.toBe(null);
    open();

    expect(told).toEqual(['popup_blocked']);
  });
});

describe('restore', () => {
  it('gives window.open back, and ends what runs without a word', () => {
    onboarding.restore();
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const own = mockOnboarding();
    const store = storeOf();
    store.open();
    const url = new URL(own.lastUrl!);

    own.restore();

    expect(window.open).toBe(open);
    const data = `?client=oaY9LLfUCL&channels=[]&state=${url.searchParams.get('state')}`;
    window.dispatchEvent(new MessageEvent('message', { data, origin: location.origin }));
    expect(store.told).toEqual([]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is done by the next mock for one that was forgotten', () => {
    onboarding.restore();
    const real = window.open;
    const forgotten = mockOnboarding();
    const { open, told } = storeOf();
    open();

    onboarding = mockOnboarding();
    forgotten.restore();
    open();
    onboarding.complete(result);
    onboarding.restore();

    expect(told).toEqual([result]);
    expect(window.open).toBe(real);
  });

  it('leaves what a test put there later when it is called again', () => {
    onboarding.restore();
    const open = vi.spyOn(window, 'open').mockReturnValue(null);

    onboarding.restore();

    expect(window.open).toBe(open);
  });

  it('leaves the store ready for the next test', () => {
    const { open, told } = storeOf();
    open();
    onboarding.restore();

    onboarding = mockOnboarding();
    open();
    onboarding.complete(result);

    expect(told).toEqual([result]);
  });
});

it('tells a test that clicks nothing what is missing', () => {
  expect(() => onboarding.complete(result)).toThrow('Click the button first');
  expect(() => onboarding.cancel()).toThrow('Click the button first');
  expect(() => onboarding.fail('timeout')).toThrow('Click the button first');
});
