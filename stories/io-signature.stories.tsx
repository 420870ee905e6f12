import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton, type FetchIoSignature, ioSignatureFrom } from 'react-360dialog-connect';
import { onboardingUrl, partners, sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

/** The sandbox plays the partner's server too. */
const endpoint = (query = '') =>
  ioSignatureFrom(
    new URL(
      `/partner-backend/${partners.ioSignatures}/io-signature${query}`,
      onboardingUrl ?? location.href,
    ),
  );

type Args = { lead: string; fetchIoSignature?: FetchIoSignature };

const meta = {
  title: 'IO Signature',
  parameters: { controls: { disable: true } },
  render: function Render({ lead, fetchIoSignature }, { name }) {
    const { callbacks, outcomes, result } = useStoryFrame();
    return (
      <StoryFrame title={name} {...{ lead, outcomes, result }}>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          {...(fetchIoSignature && { fetchIoSignature })}
          partnerId={partners.ioSignatures}
          className="story-button"
        />
      </StoryFrame>
    );
  },
} satisfies Meta<Args>;
export default meta;

type Story = StoryObj<Args>;

export const Signed: Story = {
  args: {
    lead: 'A click opens the popup, your server signs, and the popup goes on to the hub.',
    fetchIoSignature: endpoint(),
  },
};

export const SlowEndpoint: Story = {
  args: {
    lead: 'The endpoint takes seven seconds; the popup waits and is not blocked.',
    fetchIoSignature: endpoint('?delay=7000'),
  },
};

export const FailingEndpoint: Story = {
  args: {
    lead: 'The endpoint fails: the popup closes, the hub was never asked, a click tries again.',
    fetchIoSignature: endpoint('?status=500'),
  },
};

export const NoSignature: Story = {
  args: { lead: 'The partner needs signatures and the button sends none: the hub shows an error.' },
};
