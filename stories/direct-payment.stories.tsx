import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton } from 'react-360dialog-connect';
import { expect } from 'storybook/test';
import { partners, sandboxOptions } from './sandbox';
import { english, StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Scenarios/Direct payment',
  id: 'direct-payment',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

/** A partner with both ways of payment has two partner IDs, so the page has two buttons. */
export const TwoHubs: StoryObj = {
  render: function TwoHubs() {
    const { callbacks, told } = useStoryFrame();
    const shared = { ...sandboxOptions, ...callbacks, className: 'story-button' };
    const lead =
      'A partner with both ways of payment has two partner IDs, so the page has two buttons. Each has its own attempts.';
    return (
      <StoryFrame title="Two hubs side by side" {...{ lead, told }}>
        <div className="story-columns">
          <div>
            <h3 {...english}>We pay</h3>
            <p {...english}>Included in your plan. Permission is given by default.</p>
            <ConnectButton {...shared} partnerId={partners.partnerPayment} label="Connect" />
          </div>
          <div>
            <h3 {...english}>You pay 360dialog</h3>
            <p {...english}>Choose a plan there, and grant us permission.</p>
            <ConnectButton
              {...shared}
              partnerId={partners.directPayment}
              queryParameters={{ ...shared.queryParameters, plan_selection: 'regular' }}
              label="Connect and pay"
            />
          </div>
        </div>
      </StoryFrame>
    );
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button')).toHaveLength(2);
  },
};

/** The client signs up and pays, but permits no number: the result is there, `channels` is empty. */
export const PermissionRefused: StoryObj = {
  render: function PermissionRefused() {
    const { callbacks, told } = useStoryFrame();
    const { result } = told;
    const lead =
      'With direct payment no number is ticked. Press Allow as it is: the client exists, but channels is empty, so ask again.';
    return (
      <StoryFrame title="Permission refused" {...{ lead, told }}>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          partnerId={partners.directPayment}
          className="story-button"
        >
          {result && !result.channels.length ? 'Grant permission' : 'Connect and pay'}
        </ConnectButton>
      </StoryFrame>
    );
  },
};
