import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmbeddedSignupButton } from 'react-360dialog-connect/embedded-signup/react';
import { StyledEmbeddedSignupButton } from 'react-360dialog-connect/styled';
import { expect, waitFor } from 'storybook/test';
import { onboardingUrl, signupOptions } from './sandbox';
import { StoryFrame } from './story-frame';
import { useSignupFrame } from './use-signup-frame';
import { variants } from './variant-grid';

const meta = {
  title: 'Components/EmbeddedSignupButton',
  id: 'embeddedsignupbutton',
  component: EmbeddedSignupButton,
  args: { ...signupOptions, callback: () => {} },
  argTypes: {
    children: { control: 'text', table: { category: 'Text' } },
    className: { description: 'For a look of your own.', table: { category: 'Look' } },
    ref: { description: 'Gets the `<button>`.', control: false },
  },
} satisfies Meta<typeof EmbeddedSignupButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** As it comes, with a class of the page. The window has a button for each way to end. */
export const Unstyled: Story = {
  args: { className: 'story-button' },
  parameters: {
    lead: 'Click: Meta’s window, played by the sandbox, has a button for each way to end.',
  },
  render: function Unstyled({ callback: _, ...options }, { name, parameters }) {
    const { callbacks, told } = useSignupFrame();
    return (
      <StoryFrame title={name} lead={parameters['lead']} told={told}>
        <EmbeddedSignupButton {...options} {...callbacks} />
      </StoryFrame>
    );
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Connect WhatsApp' });
    // Loaded before any click, so that the window opens in the click.
    const status = onboardingUrl ? 'ready' : 'idle';
    await waitFor(() => expect(button).toHaveAttribute('data-status', status));
    await expect(button).not.toHaveAttribute('aria-busy');
  },
};

/** The look and the texts of `StyledConnectButton`. A page has one signup at a time. */
export const Styled: Story = {
  parameters: {
    lead: 'The look, the theme and the texts of StyledConnectButton. A page has one signup at a time, whichever button began it.',
  },
  render: function Styled({ callback: _, ...options }, { name, parameters }) {
    const { callbacks, told } = useSignupFrame();
    return (
      <StoryFrame title={name} lead={parameters['lead']} told={told}>
        <div className="story-row">
          {variants.map((variant) => (
            <StyledEmbeddedSignupButton
              key={variant}
              {...options}
              {...callbacks}
              variant={variant}
            />
          ))}
        </div>
      </StoryFrame>
    );
  },
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole('button')) {
      await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  },
};

/** The SDK is not to be had, as with an ad blocker: a click tells so. */
export const BlockedSdk: Story = {
  name: 'Blocked SDK',
  // A page has one SDK, and on the page of all these stories it is there.
  tags: ['!autodocs'],
  args: { sdkUrl: `${signupOptions.sdkUrl}-blocked`, preload: 'none' },
  argTypes: { sdkUrl: { control: false } },
  parameters: {
    lead: 'Click: the SDK cannot be loaded, as with an ad blocker. Another click tries again.',
  },
  render: Styled.render!,
};
