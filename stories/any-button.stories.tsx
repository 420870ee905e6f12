import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import type { OnboardingOptions } from 'react-360dialog-connect';
import { expect } from 'storybook/test';
import { MuiConnectButton } from '../examples/recipes/any-button/mui-button';
import { PlainConnectButton } from '../examples/recipes/any-button/plain-button';
import { ShadcnConnectButton } from '../examples/recipes/any-button/shadcn-button';
import { sandboxOptions } from './sandbox';
import { english, StoryFrame, useStoryFrame } from './story-frame';

type Args = { lead: string; Connect: ComponentType<OnboardingOptions> };

const meta = {
  title: 'Components/Any button',
  id: 'any-button',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: function Render({ lead, Connect }, { name }) {
    const { callbacks, told } = useStoryFrame();
    return (
      <StoryFrame title={name} {...{ lead, told }}>
        <div {...english}>
          <Connect {...sandboxOptions} {...callbacks} />
        </div>
      </StoryFrame>
    );
  },
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button', { name: 'Connect WhatsApp' });
    await expect(button).toHaveAttribute('type', 'button');
    await expect(button).toHaveAttribute('data-status', 'idle');
    await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

export const PlainButton: Story = {
  name: 'A plain <button>',
  args: {
    lead: 'A button of the page, with a class name of its own.',
    Connect: PlainConnectButton,
  },
};

export const ShadcnStyle: Story = {
  name: 'In the style of shadcn/ui',
  args: {
    lead: 'Variants are class names, and everything else is handed on: the props are spread.',
    Connect: ShadcnConnectButton,
  },
};

export const MuiStyle: Story = {
  name: 'In the style of MUI',
  args: {
    lead: 'The component needs its element itself, for its ripple: the props go to its root slot.',
    Connect: MuiConnectButton,
  },
};
