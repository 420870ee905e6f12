import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import type { StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { expect } from 'storybook/test';
import { ConnectCard } from './placement/card';
import cardCode from './placement/card.tsx?raw';
import { ConnectDialog } from './placement/dialog';
import dialogCode from './placement/dialog.tsx?raw';
import { EmptyState } from './placement/empty-state';
import emptyStateCode from './placement/empty-state.tsx?raw';
import { OnboardingStep } from './placement/onboarding-step';
import onboardingStepCode from './placement/onboarding-step.tsx?raw';
import { SettingsRows } from './placement/settings-rows';
import settingsRowsCode from './placement/settings-rows.tsx?raw';
import { sandboxOptions } from './sandbox';
import { english } from './story-frame';

type Args = { Place: ComponentType<StyledConnectButtonProps> };

const meta = {
  title: 'Design/Placement',
  id: 'placement',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: ({ Place }) => (
    <div className="story">
      <div className="story-example" {...english}>
        <Place {...sandboxOptions} callback={() => {}} lang="en" />
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Connect WhatsApp' })).toBeVisible();
  },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

/** What "Show code" shows: the whole file. */
const file = (code: string) => ({ docs: { source: { code, language: 'tsx' } } });

const numbers = [
  { channel: 'y9MiLoCH', phone: '+49 30 5550 0101', isLive: true },
  { channel: 'Ab12CH', phone: '+49 30 5550 0102', isLive: false },
];

export const Card: Story = { args: { Place: ConnectCard }, parameters: file(cardCode) };

export const SettingsRow: Story = {
  name: 'Settings row, several numbers',
  args: { Place: (props) => <SettingsRows {...props} numbers={numbers} onManage={() => {}} /> },
  parameters: file(settingsRowsCode),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Add a number' })).toBeVisible();
    await expect(canvas.getAllByRole('button', { name: /^Manage \+49/ })).toHaveLength(2);
  },
};

export const Empty: Story = {
  name: 'Empty state',
  args: { Place: EmptyState },
  parameters: file(emptyStateCode),
};

export const Step: Story = {
  name: 'Onboarding step',
  args: { Place: (props) => <OnboardingStep {...props} onSkip={() => {}} /> },
  parameters: file(onboardingStepCode),
};

export const Dialog: Story = {
  args: { Place: ConnectDialog },
  parameters: { ...file(dialogCode), opener: '[data-status]' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'WhatsApp settings…' }));
    await expect(canvas.getByRole('dialog', { name: 'Connect WhatsApp' })).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Continue' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};
