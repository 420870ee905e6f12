import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useRef } from 'react';
import { type ConnectButtonElement, defineConnectButton } from 'react-360dialog-connect/element';
import { sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

type Attributes = Record<string, string>;

/** What this story sets of its own; everything else is left to the controls. */
const given: Attributes = {
  'partner-id': sandboxOptions.partnerId,
  'onboarding-url': sandboxOptions.onboardingUrl,
  'redirect-url': sandboxOptions.queryParameters.redirect_url,
  email: sandboxOptions.queryParameters.email,
  name: sandboxOptions.queryParameters.name,
  label: 'Connect WhatsApp',
};

defineConnectButton();
const { observedAttributes } = customElements.get('dialog-connect-button') as unknown as {
  observedAttributes: string[];
};

const meta = {
  title: 'Element',
  tags: ['!autodocs'],
  args: given,
  argTypes: Object.fromEntries(
    observedAttributes.map((name) => [
      name,
      { control: name === 'disabled' || name === 'allow-unsolicited' ? 'boolean' : 'text' },
    ]),
  ),
} satisfies Meta<Attributes>;
export default meta;

/** The custom element, with a control for every attribute. */
export const Element: StoryObj<Attributes> = {
  render: function Element(attributes: Attributes) {
    const { callbacks, told } = useStoryFrame();
    const place = useRef<HTMLDivElement>(null);
    const latest = useRef(callbacks);
    latest.current = callbacks;

    useEffect(() => {
      const element = document.createElement('dialog-connect-button');
      listen(element, () => latest.current);
      place.current!.replaceChildren(element);
    }, []);
    useEffect(() => {
      const element = place.current!.querySelector('dialog-connect-button')!;
      for (const name of observedAttributes) {
        const value: unknown = attributes[name];
        if (value === undefined || value === '' || value === false) element.removeAttribute(name);
        else element.setAttribute(name, value === true ? '' : `${value}`);
      }
    });
    const lead = 'A custom element for any page and any framework. Its events are shown below.';
    return (
      <StoryFrame title="<dialog-connect-button>" {...{ lead, told }}>
        <div ref={place} />
      </StoryFrame>
    );
  },
};

type Callbacks = ReturnType<typeof useStoryFrame>['callbacks'];

function listen(element: ConnectButtonElement, callbacks: () => Callbacks): void {
  element.addEventListener('connect-callback', ({ detail }) => callbacks().callback(detail));
  element.addEventListener('connect-cancel', () => callbacks().onCancel());
  element.addEventListener('connect-error', (event) => {
    event.preventDefault();
    callbacks().onError(event.detail);
  });
  element.addEventListener('connect-status-change', ({ detail }) =>
    callbacks().onStatusChange(detail),
  );
}
