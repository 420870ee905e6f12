import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton } from 'react-360dialog-connect';
import { expect, userEvent } from 'storybook/test';
import { hubLanguage, labelIn } from './labels';
import { buttonArgTypes } from './option-arg-types';
import { sandboxOptions } from './sandbox';
import { buttonSource } from './story-code';
import { StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Components/ConnectButton',
  id: 'connectbutton',
  component: ConnectButton,
  args: { ...sandboxOptions, callback: () => {} },
  parameters: { docs: buttonSource('ConnectButton') },
  argTypes: {
    ...buttonArgTypes,
    children: { control: 'text', table: { category: 'Text' } },
    label: {
      control: 'text',
      description: 'What the button says: text, or any content.',
      table: { category: 'Text' },
    },
    className: {
      description: 'For a look of your own. Yours replaces the default.',
      table: { category: 'Look' },
    },
  },
  render: function Render({ callback: _, ...options }, { name, parameters, globals }) {
    const { callbacks, told } = useStoryFrame();
    const queryParameters = { ...hubLanguage(globals), ...options.queryParameters };
    return (
      <StoryFrame title={name} lead={parameters['lead']} told={told}>
        <ConnectButton
          label={labelIn(globals)}
          {...options}
          {...callbacks}
          queryParameters={queryParameters}
        />
      </StoryFrame>
    );
  },
} satisfies Meta<typeof ConnectButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** As it comes: a real button without a look of its own. */
export const Default: Story = {
  parameters: { lead: 'As it comes: a real button without a look of its own.' },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button');
    await expect(button).toHaveAttribute('type', 'button');
    await expect(button).toHaveAttribute('data-status', 'idle');
    await expect(button).not.toHaveAttribute('aria-busy');
  },
};

/** Whatever you put inside is the label. */
export const OwnLabel: Story = {
  args: { children: <strong>WhatsApp verbinden</strong> },
  parameters: { lead: 'Whatever you put inside is the label.' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'WhatsApp verbinden' })).toBeVisible();
  },
};

/** Your class name, styled by `data-status` and `aria-busy`. */
export const OwnLook: Story = {
  args: { className: 'story-button' },
  parameters: { lead: 'Your class name, styled by data-status and aria-busy.' },
  play: async ({ canvas }) => {
    const { height } = canvas.getByRole('button').getBoundingClientRect();
    await expect(height).toBeGreaterThanOrEqual(44);
  },
};

/** Every attribute of a `<button>` works. */
export const Disabled: Story = {
  args: { disabled: true },
  parameters: { lead: 'Every attribute of a button works.' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button')).toBeDisabled();
  },
};

/** The label, the popup's holding page and the layout follow the page's language and direction. */
export const RightToLeft: Story = {
  args: { className: 'story-button' },
  globals: { language: 'ar', direction: 'rtl' },
  parameters: { lead: 'The button follows the direction and the language of its page.' },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'ربط 360dialog' });
    await expect(getComputedStyle(button).direction).toBe('rtl');
    const { left, right } = button.getBoundingClientRect();
    // As wide as its card on a phone with large text.
    await expect(innerWidth - right).toBeLessThan(left + 1);
  },
};

/** 360 pixels wide, as a phone is. */
export const NarrowScreen: Story = {
  args: { className: 'story-button', label: 'Connect your WhatsApp numbers to Bluebird' },
  globals: { viewport: { value: 'phone' } },
  parameters: { lead: 'On a narrow screen the label wraps and nothing has to be scrolled aside.' },
  play: async () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    await expect(scrollWidth).toBe(clientWidth);
  },
};

/** Asks permission for this one number, which the client has already. */
export const OneNumber: Story = {
  args: { requestedNumber: '+49 30 5550 0101' },
  parameters: { lead: 'Asks permission for one existing number only.' },
};

/** Looks like an outage, and is a typing error: nothing opens, and `onError` says what is wrong. */
export const WrongPartnerId: Story = {
  args: { partnerId: 'my partner' },
  argTypes: { partnerId: { control: false } },
  parameters: { lead: 'A click tells onError what is wrong; nothing opens.', isOffline: true },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(canvas.getByText(/^invalid_options: invalid partnerId/)).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('not set up');
  },
};
