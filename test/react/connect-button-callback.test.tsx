import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useState } from 'react';
import { type CallbackObject, ConnectButton } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import type { FakePopup } from '../helpers/fake-popup';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });
const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };
const complete = (popup: FakePopup = page.popup) =>
  act(() => receiveMessage(popup.redirect(), { source: popup }));
const button = () => screen.getByRole('button');
const click = () => userEvent.click(button());

function App() {
  const [connected, setConnected] = useState<CallbackObject>();
  return (
    <>
      <ConnectButton partnerId="aAbBcCPA" callback={setConnected} />
      <output>{connected?.client}</output>
    </>
  );
}

describe('callback', () => {
  it('is always the latest one, while the options are those of the click', async () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const state = (value: string) => ({ state: value });
    const { rerender } = render(
      <ConnectButton partnerId="aAbBcCPA" callback={first} queryParameters={state('one')} />,
    );
    await click();

    rerender(<ConnectButton partnerId="other" callback={second} queryParameters={state('two')} />);
    await complete();

    expect(first).not.toHaveBeenCalled();
    expect(second.mock.calls).toEqual([[{ ...result, state: 'one' }]]);
    expect(page.popup.address).toContain('/app/aAbBcCPA/');
  });

  it('runs once under StrictMode', async () => {
    const callback = vi.fn();
    render(
      <StrictMode>
        <ConnectButton partnerId="aAbBcCPA" callback={callback} />
      </StrictMode>,
    );

    await click();
    await complete();

    expect(page.open).toHaveBeenCalledTimes(1);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('may set state', async () => {
    render(<App />);

    await click();
    await complete();

    expect(screen.getByRole('status')).toHaveTextContent('oaY9LLfUCL');
  });

  it('runs although the button was unmounted meanwhile', async () => {
    const callback = vi.fn();
    const { rerender } = render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} />);
    await click();
    rerender(<ConnectButton partnerId="aAbBcCPA" callback={callback} />);

    rerender(<p>Gone</p>);
    await complete();

    expect(callback.mock.calls).toEqual([[result]]);
  });

  it('gets the results of its own button only', async () => {
    const callbacks = { one: vi.fn(), two: vi.fn() };
    render(
      <>
        <ConnectButton partnerId="one" label="one" callback={callbacks.one} />
        <ConnectButton partnerId="two" label="two" callback={callbacks.two} />
      </>,
    );
    await userEvent.click(screen.getByText('one'));
    await userEvent.click(screen.getByText('two'));

    await complete(page.popups[1]);
    expect([callbacks.one, callbacks.two].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    expect(screen.getByText('one')).toHaveAttribute('data-status', 'open');
    await complete(page.popups[0]);

    expect([callbacks.one, callbacks.two].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });
});
