import { render } from '@testing-library/react';
import { createRef, type HTMLAttributes, type RefAttributes } from 'react';
import {
  type ConnectButtonElement,
  type ConnectButtonElementProps,
  defineConnectButton,
} from 'react-360dialog-connect/element';
import { mockOnboarding } from 'react-360dialog-connect/testing';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Props = HTMLAttributes<ConnectButtonElement> & RefAttributes<ConnectButtonElement>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dialog-connect-button': Props & ConnectButtonElementProps;
    }
  }
}

let onboarding: ReturnType<typeof mockOnboarding>;
beforeEach(() => {
  defineConnectButton();
  onboarding = mockOnboarding();
});
afterEach(() => onboarding.restore());

it('takes attributes, properties and listeners in the JSX of React 19', () => {
  const told = vi.fn();
  const ref = createRef<ConnectButtonElement>();
  render(
    <dialog-connect-button
      ref={ref}
      className="mine"
      partner-id="aAbBcCPA"
      queryParameters={{ lang: 'de' }}
      onconnect-callback={({ detail }) => told(detail)}
    />,
  );

  ref.current!.click();
  onboarding.complete({ client: 'oaY9LLfUCL', channels: [] });

  expect(new URL(onboarding.lastUrl!).searchParams.get('lang')).toBe('de');
  expect(told.mock.calls).toEqual([[{ client: 'oaY9LLfUCL', channels: [] }]]);
});

it('takes over what a server rendered, without a word', () => {
  const button = (
    <dialog-connect-button
      partner-id="aAbBcCPA"
      label="Connect"
      disabled
      suppressHydrationWarning
    />
  );
  const root = document.body.appendChild(document.createElement('div'));
  root.innerHTML = renderToString(button);
  const element = root.querySelector('dialog-connect-button')!;

  // The console is watched in every test.
  render(button, { container: root, hydrate: true });

  expect(root.querySelector('dialog-connect-button')).toBe(element);
  expect([element.label, element.disabled, element.status]).toEqual(['Connect', true, 'idle']);
});
