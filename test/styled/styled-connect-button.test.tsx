import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { describe, expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });
const button = () => screen.getByRole('button');
const glyph = () => button().querySelector('svg')?.dataset['glyph'];
const renderButton = (props: Partial<StyledConnectButtonProps> = {}) =>
  render(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} {...props} />);

describe('StyledConnectButton', () => {
  it('is the real button of ConnectButton, with its stable hooks', () => {
    renderButton();

    expect(button()).toHaveAttribute('type', 'button');
    expect(button()).toHaveAttribute('data-status', 'idle');
    expect(button()).not.toHaveAttribute('aria-busy');
  });

  it('passes attributes on, and keeps every option and prop of its own off the element', () => {
    renderButton({
      id: 'connect',
      title: 'Connect',
      className: 'mine',
      'aria-label': 'Connect a number',
      variant: 'ghost',
      size: 'large',
      fullWidth: true,
      startIcon: null,
      endIcon: 'x',
      labels: { idle: 'x' },
      theme: { radius: { button: '0' } },
      env: 'staging',
      queryParameters: { email: 'a@b.c' },
      onStatusChange: () => {},
      useNewRedirect: true,
    });

    expect(button()).toHaveAccessibleName('Connect a number');
    expect(button()).toHaveClass('mine');
    const names = button().getAttributeNames().sort();
    expect(names).toEqual(['aria-label', 'class', 'data-status', 'id', 'title', 'type']);
  });

  it('has no style attribute, which a strict Content-Security-Policy would refuse', () => {
    const { container } = renderButton({ endIcon: 'x' });

    expect(container.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('gives the button to its ref', () => {
    const ref = createRef<HTMLButtonElement>();
    render(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} ref={ref} />);

    expect(ref.current).toBe(button());
  });

  it('launches nothing when the caller’s onClick prevents it', async () => {
    renderButton({ onClick: (event) => event.preventDefault() });

    await userEvent.click(button());

    expect(page.open).not.toHaveBeenCalled();
  });

  it('launches nothing while it is disabled', async () => {
    renderButton({ disabled: true });

    await userEvent.click(button());

    expect(button()).toBeDisabled();
    expect(page.open).not.toHaveBeenCalled();
  });

  it('launches nothing while aria-disabled is true, by mouse or by keyboard', async () => {
    renderButton({ 'aria-disabled': 'true' });

    await userEvent.click(button());
    await userEvent.keyboard('{Enter} ');

    expect(button()).toHaveFocus();
    expect(button()).toHaveAttribute('data-status', 'idle');
    expect(page.open).not.toHaveBeenCalled();
  });

  it('tells callback and onStatusChange, and shows each status', async () => {
    const callback = vi.fn();
    const onStatusChange = vi.fn();
    renderButton({ callback, onStatusChange });

    await userEvent.click(button());
    expect(button()).toHaveTextContent('Continue in the window');
    expect(button()).toHaveAttribute('aria-busy', 'true');
    expect(glyph()).toBe('spinner');
    act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

    expect(callback).toHaveBeenCalledTimes(1);
    expect(onStatusChange.mock.calls).toEqual([['open'], ['completed']]);
    expect(button()).toHaveTextContent('Connected');
    expect(glyph()).toBe('success');
  });
});

describe('an icon', () => {
  it('is a chat bubble by default, which no screen reader hears', () => {
    renderButton();

    expect(glyph()).toBe('chat');
    expect(button().querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
    expect(button()).toHaveAccessibleName('Connect WhatsApp');
  });

  it('is not there where startIcon is null', () => {
    renderButton({ startIcon: null });

    expect(button().querySelector('svg')).toBeNull();
  });

  it.each([false, '', null])('takes no room where it is %j, as under a condition', (icon) => {
    renderButton({ startIcon: icon, endIcon: icon });

    expect(button().querySelectorAll('[aria-hidden]:empty:not([data-text])')).toHaveLength(0);
    expect(button().children).toHaveLength(6);
  });

  it('of the app stands on its side of the text and is not part of the name', () => {
    renderButton({ startIcon: '<', endIcon: '>' });

    expect(button().textContent).toBe('<Connect WhatsApp>');
    expect(button()).toHaveAccessibleName('Connect WhatsApp');
  });

  it('gives way to a warning when an attempt fails', async () => {
    renderButton({ partnerId: 'my partner', startIcon: null, onError() {} });

    await userEvent.click(button());

    expect(glyph()).toBe('error');
    expect(button()).toHaveTextContent('Not connected. Retry');
  });
});
