import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ConnectButton,
  ioSignatureFrom,
  type OnboardingOptions,
  useIntegratedOnboarding,
} from 'react-360dialog-connect';
import { expect, userEvent, waitFor } from 'storybook/test';
import { labelIn } from './labels';
import { partners, sandboxOptions, setScenario, signingEndpoint } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

type Args = { lead: ReactNode; options?: Partial<OnboardingOptions> };

const meta = {
  title: 'Scenarios/Statuses',
  id: 'statuses',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: function Render({ lead, options }, { name, globals }) {
    const { callbacks, told } = useStoryFrame();
    return (
      <StoryFrame title={name} {...{ lead, told }}>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          {...options}
          label={labelIn(globals)}
          className="story-button"
        />
      </StoryFrame>
    );
  },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

export const Completed: Story = {
  args: { lead: 'Connect, sign up, register the numbers, allow: the status becomes completed.' },
};

export const CompletedWithRevokedNumbers: Story = {
  args: {
    lead: 'Connect and allow both numbers. Then connect again and untick one: the second result has revokedChannels.',
  },
};

export const Cancelled: Story = {
  args: { lead: 'Connect, and close the popup: the app is told within two seconds.' },
};

/** Resolves after so many seconds, or rejects. */
const preparation = (seconds: number, fails?: 'fails'): OnboardingOptions['prepare'] =>
  async function prepare() {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    if (fails) throw new Error('There is no contract.');
    return { partner: 'contract-7' };
  };

export const Preparing: Story = {
  args: {
    lead: 'This app makes a contract first, which takes seven seconds. The popup is open meanwhile, so no browser blocks it.',
    options: {
      prepare: preparation(7),
      holdingText: 'We are preparing your contract…',
      popup: { width: 800, height: 700 },
    },
  },
};

/** What is prepared fails, clicked by the test: it opens a window by itself, so it is not shown. */
export const PreparationFails: Story = {
  args: { lead: 'The contract cannot be made.', options: { prepare: preparation(0, 'fails') } },
  tags: ['!dev'],
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'failed'));
    await expect(canvas.getByText('preparing')).toBeVisible();
    await expect(canvas.getByText(/^preparation_failed/)).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('could not be prepared');
  },
};

export const SigningSlow: Story = {
  args: {
    lead: 'Your server takes four seconds to sign. The popup is open meanwhile, so no browser blocks it.',
    options: {
      partnerId: partners.ioSignatures,
      fetchIoSignature: ioSignatureFrom(signingEndpoint('?delay=4000')),
    },
  },
};

export const SignatureFailed: Story = {
  args: {
    lead: 'Your server refuses to sign, as it does for a visitor who is not signed in.',
    options: {
      partnerId: partners.ioSignatures,
      fetchIoSignature: ioSignatureFrom(signingEndpoint('?status=401')),
    },
  },
};

/** The same, clicked by the test: it opens a window by itself, so it is not shown. */
export const SignatureFails: Story = {
  ...SignatureFailed,
  tags: ['!dev'],
  play: async ({ canvas }) => {
    const button = canvas.getByRole('button');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'failed'));
    await expect(canvas.getByText('signing')).toBeVisible();
    await expect(canvas.getByText(/^signature_failed/)).toBeVisible();
    await expect(canvas.getByRole('status')).toHaveTextContent('could not be prepared');
  },
};

export const TimedOut: Story = {
  args: {
    lead: 'This button has a timeout of five seconds. Connect, and do nothing.',
    options: { timeout: 5000 },
  },
};

/** The same with a shorter time, for the test. */
export const TimesOut: Story = {
  args: { ...TimedOut.args!, options: { timeout: 500 } },
  tags: ['!dev'],
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByText(/^timeout/)).toBeVisible());
    await expect(canvas.getByRole('button')).toHaveAttribute('data-status', 'failed');
  },
};

const blockedAfterSeconds = 6;

/** A click counts for some seconds only: the popup of this button comes too late. */
export const Blocked: Story = {
  args: {
    lead: 'This app makes the usual mistake: it waits for something first and opens the popup six seconds after the click. By then it is no click any more, and the browser blocks the popup.',
  },
  render: function Blocked({ lead }, { globals }) {
    const { callbacks, told } = useStoryFrame();
    const { open } = useIntegratedOnboarding({ ...sandboxOptions, ...callbacks });
    const [seconds, setSeconds] = useState(0);
    useEffect(() => {
      if (!seconds) return;
      const timer = setTimeout(() => {
        setSeconds(seconds - 1);
        if (seconds === 1) open();
      }, 1000);
      return () => clearTimeout(timer);
    }, [seconds, open]);
    return (
      <StoryFrame title="Blocked" {...{ lead, told }}>
        <button
          type="button"
          className="story-button"
          onClick={() => setSeconds(blockedAfterSeconds)}
        >
          {seconds ? `${seconds} …` : labelIn(globals)}
        </button>
      </StoryFrame>
    );
  },
};

export const Detached: Story = {
  args: {
    lead: 'This hub sends a Cross-Origin-Opener-Policy, which cuts the link to the popup: that it is closed cannot be seen. The result arrives all the same.',
    options: { partnerId: partners.detached },
  },
  beforeEach: () => setScenario({ partnerId: partners.detached, coop: 'same-origin' }),
};
