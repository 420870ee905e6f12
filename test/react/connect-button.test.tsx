import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConnectButton } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { countListeners, fakePage } from '../helpers/fake-page';
import type { FakePopup } from '../helpers/fake-popup';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });
const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };
const complete = (popup: FakePopup = page.popup) =>
  act(() => receiveMessage(popup.redirect(), { source: popup }));
const button = () => screen.getByRole('button');
const click = () => userEvent.click(button());

describe('a click', () => {
  it('opens the popup, and the result goes to callback', async () => {
    const callback = vi.fn();
    render(<ConnectButton partnerId="aAbBcCPA" callback={callback} />);
    expect(page.open).not.toHaveBeenCalled();

    await click();
    expect(page.open).toHaveBeenCalledTimes(1);
    await complete();

    expect(callback.mock.calls).toEqual([[result]]);
    expect(page.popup.closed).toBe(true);
  });

  it('while the popup is open focuses it', async () => {
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} />);

    await userEvent.dblClick(button());

    expect(page.open).toHaveBeenCalledTimes(1);
    expect(page.popup.focus).toHaveBeenCalled();
  });

  it('runs the caller’s onClick first', async () => {
    const onClick = vi.fn(() => expect(page.open).not.toHaveBeenCalled());
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} onClick={onClick} />);

    await click();

    expect(onClick).toHaveBeenCalledTimes(1);
    expect(page.open).toHaveBeenCalledTimes(1);
  });

  it('launches nothing when the caller’s onClick prevents it', async () => {
    render(
      <ConnectButton
        partnerId="aAbBcCPA"
        callback={vi.fn()}
        onClick={(event) => event.preventDefault()}
      />,
    );

    await click();

    expect(page.open).not.toHaveBeenCalled();
  });

  it('launches nothing while the button is disabled', async () => {
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} disabled />);

    await click();

    expect(button()).toBeDisabled();
    expect(page.open).not.toHaveBeenCalled();
  });

  it.each(['true', true] as const)('launches nothing while aria-disabled is %j', async (off) => {
    const onClick = vi.fn();
    render(
      <ConnectButton
        partnerId="aAbBcCPA"
        callback={vi.fn()}
        onClick={onClick}
        aria-disabled={off}
      />,
    );

    await click();
    await userEvent.keyboard('{Enter} ');

    expect(button()).toHaveFocus();
    expect(button()).toHaveAttribute('data-status', 'idle');
    expect(onClick).toHaveBeenCalledTimes(3);
    expect(page.open).not.toHaveBeenCalled();
  });

  it('launches again once aria-disabled is false', async () => {
    const options = { partnerId: 'aAbBcCPA', callback: vi.fn() };
    const { rerender } = render(<ConnectButton {...options} aria-disabled />);
    await click();

    rerender(<ConnectButton {...options} aria-disabled={false} />);
    await click();

    expect(page.open).toHaveBeenCalledTimes(1);
  });

  it('in a form does not submit it', async () => {
    const onSubmit = vi.fn((event) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} />
      </form>,
    );

    await click();

    expect(onSubmit).not.toHaveBeenCalled();
    expect(page.open).toHaveBeenCalledTimes(1);
  });

  it('by keyboard works as well', async () => {
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} />);

    await userEvent.tab();
    expect(button()).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    expect(page.open).toHaveBeenCalledTimes(1);
  });

  it('with invalid options tells onError; rendering them does not', async () => {
    const onError = vi.fn();
    render(<ConnectButton partnerId="" callback={vi.fn()} onError={onError} />);
    expect(onError).not.toHaveBeenCalled();

    await click();

    expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: 'invalid_options' })]]);
    expect(page.open).not.toHaveBeenCalled();
  });
});

describe('a press, before its click', () => {
  it('runs the click’s code to no effect', async () => {
    const random = vi.spyOn(crypto, 'getRandomValues');
    const told = { onError: vi.fn(), onStatusChange: vi.fn() };
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} {...told} />);
    const listeners = countListeners();
    sessionStorage.setItem('360dialog-connect', 'the mark of a whole page');

    await act(async () => fireEvent.pointerDown(button()));

    expect(random).toHaveBeenCalled();
    expect(page.open).not.toHaveBeenCalled();
    expect(told.onError).not.toHaveBeenCalled();
    expect(told.onStatusChange).not.toHaveBeenCalled();
    expect(listeners()).toBe(0);
    expect({ ...sessionStorage }).toEqual({ '360dialog-connect': 'the mark of a whole page' });
  });

  it('is the app’s own where it listens', () => {
    const onPointerDown = vi.fn();
    render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} onPointerDown={onPointerDown} />);

    fireEvent.pointerDown(button());

    expect(onPointerDown).toHaveBeenCalledTimes(1);
  });
});

describe('while an attempt runs', () => {
  it('the button is busy and says where the attempt is', async () => {
    const fetchIoSignature = () => new Promise<never>(() => {});
    const { rerender } = render(<ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} />);
    expect(button()).not.toHaveAttribute('aria-busy');

    await click();
    expect(button()).toHaveAttribute('aria-busy', 'true');
    expect(button()).toHaveAttribute('data-status', 'open');
    await complete();
    expect(button()).not.toHaveAttribute('aria-busy');
    expect(button()).toHaveAttribute('data-status', 'completed');

    rerender(
      <ConnectButton partnerId="aAbBcCPA" callback={vi.fn()} fetchIoSignature={fetchIoSignature} />,
    );
    await click();
    expect(button()).toHaveAttribute('aria-busy', 'true');
    expect(button()).toHaveAttribute('data-status', 'signing');
  });
});
