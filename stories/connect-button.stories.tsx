import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton } from 'react-360dialog-connect';
import { partners, sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'ConnectButton',
  component: ConnectButton,
  args: { ...sandboxOptions, callback: () => {} },
  render: function Render({ callback: _, ...options }, { name, parameters }) {
    const { callbacks, outcomes, result } = useStoryFrame();
    return (
      <StoryFrame title={name} lead={parameters['lead']} {...{ outcomes, result }}>
        <ConnectButton {...options} {...callbacks} />
      </StoryFrame>
    );
  },
} satisfies Meta<typeof ConnectButton>;
export default meta;

type Story = StoryObj<typeof meta>;
const { redirect_url } = sandboxOptions.queryParameters;

/** As it comes: a real button without a look of its own. */
export const Default: Story = {
  parameters: { lead: 'As it comes: a real button without a look of its own.' },
};

export const OwnLabel: Story = {
  args: { children: <strong>WhatsApp verbinden</strong> },
  parameters: { lead: 'Whatever you put inside is the label.' },
};

export const OwnLook: Story = {
  args: { className: 'story-button', label: 'Connect WhatsApp' },
  parameters: { lead: 'Your class name, styled by data-status and aria-busy.' },
};

export const Disabled: Story = {
  args: { disabled: true },
  parameters: { lead: 'Every attribute of a button works.' },
};

export const DirectPayment: Story = {
  args: { partnerId: partners.directPayment },
  parameters: { lead: 'The client sees the price first and has to grant permission.' },
};

export const OneNumber: Story = {
  args: { requestedNumber: '+49 30 5550 0101' },
  parameters: { lead: 'Asks permission for one number only.' },
};

export const ReturningClient: Story = {
  args: { queryParameters: { redirect_url, next: 'login' } },
  parameters: { lead: 'Shows the login form first.' },
};

export const WrongPartnerId: Story = {
  args: { partnerId: 'my partner' },
  parameters: { lead: 'A click tells onError what is wrong; nothing opens.' },
};
