import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton, type FetchIoSignature, ioSignatureFrom } from 'react-360dialog-connect';
import { labelIn } from './labels';
import { partners, sandboxOptions, signingEndpoint } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

type Args = { lead: string; fetchIoSignature?: FetchIoSignature };

const meta = {
  title: 'Scenarios/IO Signature',
  id: 'io-signature',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: function Render({ lead, fetchIoSignature }, { name, globals }) {
    const { callbacks, told } = useStoryFrame();
    return (
      <StoryFrame title={name} {...{ lead, told }}>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          {...(fetchIoSignature && { fetchIoSignature })}
          partnerId={partners.ioSignatures}
          label={labelIn(globals)}
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
    fetchIoSignature: ioSignatureFrom(signingEndpoint()),
  },
};

export const SlowEndpoint: Story = {
  args: {
    lead: 'The endpoint takes seven seconds; the popup waits and is not blocked.',
    fetchIoSignature: ioSignatureFrom(signingEndpoint('?delay=7000')),
  },
};

export const FailingEndpoint: Story = {
  args: {
    lead: 'The endpoint fails: the popup closes, the hub was never asked, a click tries again.',
    fetchIoSignature: ioSignatureFrom(signingEndpoint('?status=500')),
  },
};

export const NoSignature: Story = {
  args: { lead: 'The partner needs signatures and the button sends none: the hub shows an error.' },
};
