import { act, render, screen } from '@testing-library/react';
import { StrictMode, useEffect } from 'react';
import { ConnectButton, type ConnectButtonProps } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { startNewDocument } from '../helpers/fake-page';
import { fakeOpener, redirectPage, setMark } from '../helpers/redirect-page';

const page = redirectPage();
const search = '?client=c&channels=[a]&state=s';
const result = { client: 'c', channels: ['a'] };
const renderStrict = (...buttons: Partial<ConnectButtonProps>[]) =>
  render(
    <StrictMode>
      {buttons.map((props, index) => (
        <ConnectButton key={String(index)} partnerId="aAbBcCPA" callback={() => {}} {...props} />
      ))}
    </StrictMode>,
  );

describe('a button that is mounted on the redirect page', () => {
  it('brings the result to the opener, once, and leaves its own callback alone', () => {
    const opener = fakeOpener();
    const callback = vi.fn();
    setMark();
    page.go(`/app${search}`);

    renderStrict({ callback });

    expect(opener.postMessage.mock.calls).toEqual([[search, '/']]);
    expect(location.search).toBe('');
    expect(callback).not.toHaveBeenCalled();
  });

  it('takes it out of the address and hides the page before any effect of the app', () => {
    const seen: unknown[] = [];
    const App = () => {
      useEffect(() => void seen.push([location.search, page.isShown]), []);
      return null;
    };
    setMark();
    page.go(`/app${search}`);

    render(
      <>
        <App />
        <ConnectButton partnerId="aAbBcCPA" callback={() => {}} />
      </>,
    );

    expect(seen).toEqual([['', false]]);
  });

  it('does nothing without a result', () => {
    const opener = fakeOpener();
    page.go('/app?x=1');

    renderStrict({});

    expect(opener.postMessage).not.toHaveBeenCalled();
    expect(location.search).toBe('?x=1');
  });
});

describe('a whole-page result', () => {
  it('goes once, to the first button with the attempt’s partner', () => {
    const callbacks = [vi.fn(), vi.fn(), vi.fn()] as const;
    setMark({ required: true });
    page.go(`/app${search}`);

    renderStrict(
      { callback: callbacks[0], partnerId: 'other' },
      { callback: callbacks[1] },
      { callback: callbacks[2] },
    );

    expect(callbacks.map(({ mock }) => mock.calls)).toEqual([[], [[result]], []]);
    const statuses = screen.getAllByRole('button').map(({ dataset }) => dataset['status']);
    expect(statuses).toEqual(['idle', 'completed', 'idle']);
    expect(location.search).toBe('');
    expect(page.isShown).toBe(true);
  });

  it('waits for a partnerId that is still loading', () => {
    const callback = vi.fn();
    setMark({ required: true });
    page.go(`/app${search}`);
    const { rerender } = render(<ConnectButton partnerId="" callback={callback} />);
    expect(callback).not.toHaveBeenCalled();

    rerender(<ConnectButton partnerId="aAbBcCPA" callback={callback} />);

    expect(callback.mock.calls).toEqual([[result]]);
  });
});

describe('an unsolicited result', () => {
  it('goes once, to the first button that allows it', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const callbacks = [vi.fn(), vi.fn(), vi.fn()] as const;
    page.go(`/app${search}`);

    renderStrict(
      { callback: callbacks[0] },
      { callback: callbacks[1], allowUnsolicited: true },
      { callback: callbacks[2], allowUnsolicited: true },
    );

    expect(callbacks.map(({ mock }) => mock.calls)).toEqual([
      [],
      [[{ ...result, state: 's' }]],
      [],
    ]);
    warn.mockClear();
  });

  it('hints once under StrictMode where no button allows it', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    page.go(`/app${search}`);

    renderStrict({}, {});
    const hints = warn.mock.calls.length;
    warn.mockClear();

    expect(hints).toBeLessThanOrEqual(1);
    expect(location.search).toBe(search);
  });
});

describe('a page that was reloaded', () => {
  it('resumes its attempt in one button', () => {
    sessionStorage.setItem(
      '360dialog-connect:1-2-3-4',
      JSON.stringify({
        id: '360dialog-connect:1-2-3-4',
        partnerId: 'aAbBcCPA',
        time: Date.now(),
        state: 's',
        own: true,
      }),
    );
    startNewDocument();
    const callback = vi.fn();

    renderStrict({ callback }, { callback });
    const [first, second] = screen.getAllByRole('button');
    expect(first).toHaveAttribute('data-status', 'open');
    expect(second).toHaveAttribute('data-status', 'idle');
    const channel = new BroadcastChannel('360dialog-connect:1-2-3-4');
    act(() => channel.postMessage(search));

    expect(callback.mock.calls).toEqual([[result]]);
    expect(first).toHaveAttribute('data-status', 'completed');
  });
});
