import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton } from 'react-360dialog-connect';
import { StyledConnectButton } from 'react-360dialog-connect/styled';
import { expect } from 'storybook/test';
import { sandboxOptions } from './sandbox';
import { english } from './story-frame';

const meta = {
  title: 'Design/Looks',
  id: 'looks',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

type Story = StoryObj;

const options = { ...sandboxOptions, callback: () => {} };

const code = `import { ConnectButton } from 'react-360dialog-connect';
import { StyledConnectButton } from 'react-360dialog-connect/styled';

const options = {
  partnerId: 'YOUR_PARTNER_ID',
  callback: ({ client, channels }: { client: string; channels: string[] }) =>
    console.log(client, channels),
};

export const Looks = () => (
  <>
    <ConnectButton {...options} label="Connect WhatsApp" />
    <ConnectButton {...options} label="Connect WhatsApp" className="your-button" />
    <StyledConnectButton {...options} />
  </>
);
`;

/** The same button without a look, with that of the page, and with the ready one. */
export const SideBySide: Story = {
  name: 'Plain, own look, themed',
  parameters: { docs: { source: { code, language: 'tsx' } } },
  render: () => (
    <div className="story">
      <div className="story-card looks" {...english}>
        <section>
          <h2>Plain</h2>
          <p>
            <code>ConnectButton</code> looks as the browser and your style sheet have it.
          </p>
          <ConnectButton {...options} label="Connect WhatsApp" />
        </section>
        <section>
          <h2>Own look</h2>
          <p>The same with a class name of your design system.</p>
          <ConnectButton {...options} label="Connect WhatsApp" className="story-button" />
        </section>
        <section>
          <h2>Themed</h2>
          <p>
            <code>StyledConnectButton</code> with the tokens as they come.
          </p>
          <StyledConnectButton {...options} lang="en" />
        </section>
      </div>
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('button', { name: 'Connect WhatsApp' })).toHaveLength(3);
  },
};
