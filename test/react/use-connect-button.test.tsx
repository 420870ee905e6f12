import { act, render, screen } from '@testing-library/react';
import { type ButtonHTMLAttributes, forwardRef } from 'react';
import { type OnboardingOptions, useConnectButton } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage();

/** As a design system has it: a look of its own, all else is handed on. */
const DesignButton = forwardRef<HTMLButtonElement, ButtonHTMLAttributes<HTMLButtonElement>>(
  (props, ref) => <button className="design" {...props} ref={ref} />,
);

type ConnectProps = Partial<OnboardingOptions> & { onPress?: () => void; isOff?: boolean };

function Connect({ onPress, isOff, ...options }: ConnectProps) {
  const { status, buttonProps } = useConnectButton({
    partnerId: 'aAbBcCPA',
    callback: () => {},
    ...options,
  });
  return (
    <DesignButton {...buttonProps} {...(onPress && { onClick: onPress })} aria-disabled={isOff}>
      {status === 'open' ? 'Continue' : 'Connect'}
    </DesignButton>
  );
}
const button = () => screen.getByRole('button');

describe('useConnectButton', () => {
  it('makes any button the connect button, from the click to the result', () => {
    const callback = vi.fn();
    render(<Connect callback={callback} />);
    expect(button().outerHTML).toBe(
      '<button class="design" type="button" data-status="idle">Connect</button>',
    );

    act(() => button().click());
    expect(button().outerHTML).toBe(
      '<button class="design" type="button" data-status="open" aria-busy="true">Continue</button>',
    );
    act(showHub);
    act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

    expect(button().dataset['status']).toBe('completed');
    expect(button().hasAttribute('aria-busy')).toBe(false);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('opens nothing for a click whose default was prevented', () => {
    render(
      <div onClickCapture={(event) => event.preventDefault()}>
        <Connect />
      </div>,
    );

    act(() => button().click());

    expect(page.popups).toHaveLength(0);
  });

  it('opens nothing for a click on a button that is aria-disabled', () => {
    render(<Connect isOff />);

    act(() => button().click());

    expect(page.popups).toHaveLength(0);
    expect(button().dataset['status']).toBe('idle');
  });

  it('leaves the click to an app that brings its own', () => {
    const onPress = vi.fn();
    render(<Connect onPress={onPress} />);

    act(() => button().click());

    expect(onPress).toHaveBeenCalledTimes(1);
    expect(page.popups).toHaveLength(0);
  });

  it('opens nothing in the press before the click, which only gets its code ready', () => {
    const onError = vi.fn();
    render(<Connect onError={onError} />);

    act(() => {
      button().dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });

    expect(page.popups).toHaveLength(0);
    expect(onError).not.toHaveBeenCalled();
    expect(button().dataset['status']).toBe('idle');
  });
});
