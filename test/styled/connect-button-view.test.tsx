import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { type OnboardingStatus, useConnectButton } from 'react-360dialog-connect';
import {
  ConnectButtonView,
  type ConnectButtonViewProps,
  connectLabels,
} from 'react-360dialog-connect/styled';
import { describe, expect, it, vi } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });
const button = () => screen.getByRole('button');
const glyph = () => button().querySelector('svg')?.dataset['glyph'];
const renderView = (props: ConnectButtonViewProps = {}) => render(<ConnectButtonView {...props} />);

describe('ConnectButtonView', () => {
  it.each<[OnboardingStatus, string, string]>([
    ['idle', connectLabels.en.idle, 'chat'],
    ['preparing', connectLabels.en.preparing, 'spinner'],
    ['signing', connectLabels.en.signing, 'spinner'],
    ['open', connectLabels.en.open, 'spinner'],
    ['completed', connectLabels.en.completed, 'success'],
    ['cancelled', connectLabels.en.idle, 'chat'],
    ['failed', connectLabels.en.failed, 'error'],
  ])('shows the status %s', (status, text, shownGlyph) => {
    renderView({ status });

    expect(button().textContent).toBe(text);
    expect(glyph()).toBe(shownGlyph);
    expect(button()).toHaveAttribute('data-status', status);
    expect(button().hasAttribute('aria-busy')).toBe(shownGlyph === 'spinner');
    const told = status === 'idle' ? '' : connectLabels.en[status];
    expect(screen.getByRole('status').textContent).toBe(told);
  });

  it.each(['loading', 'constructor', '', null])(
    'shows idle at the status %j, which is none',
    (status) => {
      renderView({ status: status as OnboardingStatus });

      expect(button()).toHaveAccessibleName(connectLabels.en.idle);
      expect(button()).toHaveAttribute('data-status', 'idle');
      expect(screen.getByRole('status')).toBeEmptyDOMElement();
    },
  );

  it('has nothing running behind it: a press is the app’s', async () => {
    const onClick = vi.fn();
    renderView({ onClick });

    await userEvent.click(button());

    expect(onClick).toHaveBeenCalledTimes(1);
    expect(button()).toHaveAttribute('data-status', 'idle');
    expect(page.open).not.toHaveBeenCalled();
  });

  it('is a button that submits no form, with the attributes of the app and its ref', () => {
    const ref = createRef<HTMLButtonElement>();
    render(<ConnectButtonView ref={ref} id="mine" className="mine" disabled />);

    expect(ref.current).toBe(button());
    expect(button()).toHaveAttribute('type', 'button');
    expect(button()).toHaveAttribute('id', 'mine');
    expect(button()).toHaveClass('mine');
    expect(button()).toBeDisabled();
  });

  it('is the connect button by the props of useConnectButton', async () => {
    const callback = vi.fn();
    function Connect() {
      const { status, buttonProps } = useConnectButton({ partnerId: 'aAbBcCPA', callback });
      return <ConnectButtonView {...buttonProps} status={status} variant="outline" />;
    }
    render(<Connect />);

    await userEvent.click(button());
    expect(button()).toHaveTextContent(connectLabels.en.open);
    act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

    expect(callback).toHaveBeenCalledTimes(1);
    expect(button()).toHaveTextContent(connectLabels.en.completed);
  });
});
