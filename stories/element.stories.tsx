import type { Meta, StoryObj } from '@storybook/react-vite';
import { createElement } from 'react';
import {
  type ConnectButtonElementProps,
  defineConnectButton,
} from 'react-360dialog-connect/element';
import { sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

defineConnectButton();
const { observedAttributes } = customElements.get('dialog-connect-button') as unknown as {
  observedAttributes: string[];
};

const flags = ['disabled', 'allow-unsolicited'];

const meta = {
  title: 'Components/Element',
  id: 'element',
  tags: ['!autodocs'],
  args: {
    'partner-id': sandboxOptions.partnerId,
    'onboarding-url': sandboxOptions.onboardingUrl,
    'redirect-url': sandboxOptions.queryParameters.redirect_url,
    email: sandboxOptions.queryParameters.email,
    name: sandboxOptions.queryParameters.name,
    label: 'Connect WhatsApp',
  },
  argTypes: Object.fromEntries(
    observedAttributes.map((name) => [
      name,
      { control: flags.includes(name) ? 'boolean' : 'text' },
    ]),
  ),
} satisfies Meta<ConnectButtonElementProps>;
export default meta;

/** The custom element, with a control for every attribute. */
export const Element: StoryObj<ConnectButtonElementProps> = {
  render: function Element(attributes: ConnectButtonElementProps) {
    const { callbacks, told } = useStoryFrame();
    const lead = 'A custom element for any page and any framework. Its events are shown below.';
    const listeners: ConnectButtonElementProps = {
      'onconnect-callback': ({ detail }) => callbacks.callback(detail),
      'onconnect-cancel': callbacks.onCancel,
      'onconnect-error'(event) {
        event.preventDefault();
        callbacks.onError(event.detail);
      },
      'onconnect-status-change': ({ detail }) => callbacks.onStatusChange(detail),
    };
    return (
      <StoryFrame title="<dialog-connect-button>" {...{ lead, told }}>
        {createElement('dialog-connect-button', { ...attributes, ...listeners })}
      </StoryFrame>
    );
  },
};
