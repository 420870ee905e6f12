import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { ConnectButton, type ConnectButtonProps } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';

const button = () => screen.getByRole('button');
const renderButton = (props: Partial<ConnectButtonProps> = {}) =>
  render(<ConnectButton partnerId="aAbBcCPA" callback={() => {}} {...props} />);

describe('ConnectButton', () => {
  it('is a real button of type "button"', () => {
    renderButton();

    expect(button().tagName).toBe('BUTTON');
    expect(button()).toHaveAttribute('type', 'button');
  });

  it('has the published package’s label and class by default, and no style', () => {
    renderButton();

    expect(button()).toHaveTextContent(/^Connect 360dialog$/);
    expect(button().className).toBe('360dialog-connect-button');
    expect(button()).not.toHaveAttribute('style');
  });

  it('takes label, and children instead of it', () => {
    const { rerender } = renderButton({ label: 'Verbinden' });
    expect(button()).toHaveTextContent(/^Verbinden$/);

    rerender(
      <ConnectButton partnerId="aAbBcCPA" callback={() => {}} label="Verbinden">
        <b>WhatsApp</b>
      </ConnectButton>,
    );

    expect(button().innerHTML).toBe('<b>WhatsApp</b>');
  });

  it('keeps label and type where children and type are undefined, as wrappers hand them on', () => {
    const { rerender } = renderButton({ children: undefined, type: undefined });
    expect(button()).toHaveTextContent(/^Connect 360dialog$/);
    expect(button()).toHaveAttribute('type', 'button');

    rerender(
      <ConnectButton partnerId="p" callback={() => {}} label="Go">
        {undefined}
      </ConnectButton>,
    );

    expect(button()).toHaveTextContent(/^Go$/);
  });

  it('shows markup in label as text', () => {
    renderButton({ label: '<img src=x onerror=alert(1)>' });

    expect(button()).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(button().childElementCount).toBe(0);
  });

  it('takes a className instead of the default', () => {
    renderButton({ className: 'primary large' });

    expect(button().className).toBe('primary large');
  });

  it('passes every attribute of a button on', () => {
    const onMouseEnter = vi.fn();
    renderButton({
      id: 'connect',
      title: 'Connect',
      style: { color: 'red' },
      tabIndex: 3,
      name: 'action',
      value: 'connect',
      hidden: false,
      onMouseEnter,
      'aria-label': 'Connect WhatsApp',
      ...{ 'data-test': 'x' },
    });

    expect(button()).toHaveAttribute('id', 'connect');
    expect(button()).toHaveAttribute('data-test', 'x');
    expect(button()).toHaveAttribute('value', 'connect');
    expect(button()).toHaveAccessibleName('Connect WhatsApp');
    expect(button().style.color).toBe('red');
  });

  it('takes every published prop and every option without giving the element an unknown one', () => {
    renderButton({
      callback: () => {},
      requestedNumber: '+49 30 123',
      label: 'x',
      env: 'staging',
      queryParameters: { email: 'a@b.c', next: 'login' },
      version: 'v2',
      useNewRedirect: true,
      className: 'c',
      onCancel: () => {},
      onError: () => {},
      onStatusChange: () => {},
      fetchIoSignature: () => new Promise(() => {}),
      holdingText: 'x',
      onboardingUrl: 'https://hub.example.com',
      redirectOrigins: ['https://app.example.com'],
      display: 'auto',
      allowUnsolicited: true,
      timeout: 1000,
    });

    const names = button().getAttributeNames().sort();
    expect(names).toEqual(['class', 'data-status', 'type']);
  });

  it('gives its element to a ref object and to a ref function', () => {
    const object = createRef<HTMLButtonElement>();
    const { unmount } = render(<ConnectButton partnerId="p" callback={() => {}} ref={object} />);
    expect(object.current).toBe(button());
    unmount();
    expect(object.current).toBeNull();

    const seen: unknown[] = [];
    const ref = (element: HTMLButtonElement | null) => {
      seen.push(element?.tagName);
    };
    render(<ConnectButton partnerId="p" callback={() => {}} ref={ref} />).unmount();

    expect(seen).toEqual(['BUTTON', undefined]);
  });

  it.each(['', '../../evil', undefined as unknown as string])(
    'renders with the partnerId %j, which may still be loading',
    (partnerId) => {
      const onError = vi.fn();

      renderButton({ partnerId, onError, env: 'x' as 'prod' });

      expect(button()).toBeEnabled();
      expect(onError).not.toHaveBeenCalled();
    },
  );
});
