import { act, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { type OnboardingOptions, useConnectButton } from 'react-360dialog-connect';
import { describe, expect, it, vi } from 'vitest';
import { Button as MuiButton } from '../../examples/recipes/any-button/mui/button';
import { MuiConnectButton } from '../../examples/recipes/any-button/mui-button';
import { PlainConnectButton } from '../../examples/recipes/any-button/plain-button';
import { Button as ShadcnButton } from '../../examples/recipes/any-button/shadcn/button';
import { ShadcnConnectButton } from '../../examples/recipes/any-button/shadcn-button';
import { fakePage, showHub } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage();
const button = () => screen.getByRole<HTMLButtonElement>('button');
const options: OnboardingOptions = { partnerId: 'aAbBcCPA', callback: () => {} };

describe.each([
  ['a plain <button>', PlainConnectButton],
  ['a button in the style of shadcn/ui', ShadcnConnectButton],
  ['a button in the style of MUI', MuiConnectButton],
])('%s', (_, Connect) => {
  it('becomes the connect button, from the click to the result', () => {
    const callback = vi.fn();
    render(<Connect {...options} callback={callback} />);
    expect(button().type).toBe('button');
    expect(button().dataset['status']).toBe('idle');
    expect(button().textContent).toBe('Connect WhatsApp');

    act(() => button().click());
    expect(button().dataset['status']).toBe('open');
    expect(button().getAttribute('aria-busy')).toBe('true');
    expect(button().textContent).toBe('Continue in the window');
    act(showHub);
    act(() => receiveMessage(page.popup.redirect(), { source: page.popup }));

    expect(button().dataset['status']).toBe('completed');
    expect(button().hasAttribute('aria-busy')).toBe(false);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('opens nothing in the press before the click', () => {
    render(<Connect {...options} />);

    fireEvent.pointerDown(button());

    expect(page.popups).toHaveLength(0);
  });

  it('keeps its own look', () => {
    render(<Connect {...options} />);

    expect(button().className).not.toBe('');
  });
});

describe('a plain <button>', () => {
  it('says that the popup was blocked', () => {
    page.open.mockReturnValue(null);
    render(<PlainConnectButton {...options} onError={() => {}} />);

    act(() => button().click());

    expect(screen.getByRole('alert').textContent).toBe('Please allow the popup of this page.');
  });
});

describe('a button in the style of shadcn/ui with asChild', () => {
  function Connect({ onClick }: { onClick: (event: React.MouseEvent) => void }) {
    const { buttonProps } = useConnectButton(options);
    return (
      <ShadcnButton asChild variant="outline" {...buttonProps}>
        <button type="button" className="mine" onClick={onClick}>
          Connect
        </button>
      </ShadcnButton>
    );
  }

  it('makes its child the connect button, and runs the child’s own handler first', () => {
    const onClick = vi.fn(() => expect(page.popups).toHaveLength(0));
    render(<Connect onClick={onClick} />);

    act(() => button().click());

    expect(onClick).toHaveBeenCalledTimes(1);
    expect(page.popups).toHaveLength(1);
    expect(button().dataset['status']).toBe('open');
    expect(button().className).toMatch(/sc-button-outline .* mine$/);
  });

  it('leaves the launch to the child, which may prevent it', () => {
    render(<Connect onClick={(event) => event.preventDefault()} />);

    act(() => button().click());

    expect(page.popups).toHaveLength(0);
  });
});

describe('a button in the style of MUI', () => {
  it('keeps its ripple, and hands its element to your ref', () => {
    const ref = createRef<HTMLButtonElement>();
    const onPointerDown = vi.fn();
    render(
      <MuiButton ref={ref} slotProps={{ root: { onPointerDown } }}>
        Connect
      </MuiButton>,
    );

    fireEvent.pointerDown(button());

    expect(ref.current).toBe(button());
    expect(onPointerDown).toHaveBeenCalledTimes(1);
    expect(button().querySelector('.mu-button-ripple')).not.toBeNull();
  });
});
