import type { Meta, StoryObj } from '@storybook/react-vite';
import { ioSignatureFrom } from 'react-360dialog-connect';
import { connectLabels, StyledConnectButton } from 'react-360dialog-connect/styled';
import { expect } from 'storybook/test';
import { hubLanguage } from './labels';
import { partners, sandboxOptions, signingEndpoint } from './sandbox';
import { buttonSource } from './story-code';
import { StoryFrame, useStoryFrame } from './story-frame';
import { readyLanguages, styledArgTypes } from './styled-arg-types';
import { VariantGrid, variants } from './variant-grid';

const meta = {
  title: 'Components/StyledConnectButton',
  id: 'styledconnectbutton',
  component: StyledConnectButton,
  args: { ...sandboxOptions, callback: () => {} },
  argTypes: styledArgTypes,
  parameters: { docs: buttonSource('StyledConnectButton') },
  render: function Render({ callback: _, ...options }, { name, parameters, globals }) {
    const { callbacks, told } = useStoryFrame();
    const queryParameters = { ...hubLanguage(globals), ...options.queryParameters };
    return (
      <StoryFrame title={name} lead={parameters['lead']} told={told}>
        <StyledConnectButton
          announce={false}
          {...options}
          {...callbacks}
          queryParameters={queryParameters}
        />
      </StoryFrame>
    );
  },
} satisfies Meta<typeof StyledConnectButton>;
export default meta;

type Story = StoryObj<typeof meta>;

/** One button of each variant, all with the same outcome. */
const inEachVariant: Story['render'] = function InEachVariant(
  { callback: _, ...options },
  { name, parameters, globals },
) {
  const { callbacks, told } = useStoryFrame();
  const queryParameters = { ...hubLanguage(globals), ...options.queryParameters };
  return (
    <StoryFrame title={name} lead={parameters['lead']} told={told}>
      <div className="story-row">
        {variants.map((variant) => (
          <StyledConnectButton
            key={variant}
            announce={false}
            {...options}
            {...callbacks}
            queryParameters={queryParameters}
            variant={variant}
          />
        ))}
      </div>
    </StoryFrame>
  );
};

const signing = (query: string) => ({
  partnerId: partners.ioSignatures,
  fetchIoSignature: ioSignatureFrom(signingEndpoint(query)),
});

export const Default: Story = {
  parameters: { lead: 'ConnectButton with a look, a spinner, and an announced status.' },
};

/** Every variant in every size, usable and disabled. */
export const Light: Story = { render: (args) => <VariantGrid {...args} colorScheme="light" /> };

/** The same on a dark page. */
export const Dark: Story = { render: (args) => <VariantGrid {...args} colorScheme="dark" /> };

/** The colors that the reader's system asks for. */
export const SystemScheme: Story = {
  render: (args) => <VariantGrid {...args} colorScheme="auto" />,
};

export const RightToLeft: Story = {
  args: { lang: 'ar', endIcon: '←' },
  render: (args) => (
    <div dir="rtl" lang="ar">
      <VariantGrid {...args} colorScheme="light" />
    </div>
  ),
};

/** 320 px, as on a small phone or at 400 % zoom. */
export const Narrow: Story = {
  args: { lang: 'de', fullWidth: true },
  render: (args) => (
    <div style={{ inlineSize: 320 }}>
      <VariantGrid {...args} colorScheme="light" />
    </div>
  ),
};

export const FullWidth: Story = {
  args: { fullWidth: true, size: 'large' },
  parameters: { lead: 'As wide as what it stands in.' },
};

export const NoIcon: Story = {
  args: { startIcon: null },
  parameters: { lead: 'Without the glyph; a spinner still shows that an attempt runs.' },
};

export const IconOnly: Story = {
  args: { iconOnly: true, title: 'Connect WhatsApp' },
  parameters: {
    lead: 'The icon alone. The text is the name for a screen reader, the title a tip.',
  },
};

export const OwnIcons: Story = {
  args: { startIcon: '+', endIcon: '→' },
  parameters: { lead: 'Whatever you put into the slots stands beside the text.' },
};

export const OwnText: Story = {
  args: { children: 'Add a number', labels: { completed: 'Number added' } },
  parameters: { lead: 'Your own text before an attempt, and at one status.' },
};

/** The ready texts. `lang` picks them, else the language of the page. */
export const Languages: Story = {
  parameters: { lead: 'The ready texts. lang picks them, else the language of the page.' },
  render: function Languages({ callback: _, ...options }, { name, parameters }) {
    const { callbacks, told } = useStoryFrame();
    return (
      <StoryFrame title={name} lead={parameters['lead']} told={told}>
        <div className="story-row">
          {readyLanguages.map((lang) => (
            <StyledConnectButton
              key={lang}
              announce={false}
              {...options}
              {...callbacks}
              lang={lang}
            />
          ))}
        </div>
      </StoryFrame>
    );
  },
  play: async ({ canvas }) => {
    const names = canvas.getAllByRole('button').map((button) => button.textContent);
    await expect(names).toEqual([
      'Connect WhatsApp',
      'WhatsApp verbinden',
      'Conectar WhatsApp',
      'Conectar WhatsApp',
      'ربط واتساب',
    ]);
    await expect(readyLanguages).toEqual(Object.keys(connectLabels));
  },
};

export const Disabled: Story = {
  args: { disabled: true },
  render: inEachVariant,
  parameters: { lead: 'Quiet, but still readable.' },
};

export const Signing: Story = {
  args: signing('?delay=7000'),
  render: inEachVariant,
  parameters: { lead: 'Click: the signing endpoint takes seven seconds, and the popup waits.' },
};

export const Open: Story = {
  render: inEachVariant,
  parameters: { lead: 'Click: while the popup is open, a second click brings it to the front.' },
};

export const Completed: Story = {
  render: inEachVariant,
  parameters: { lead: 'Click, sign up in the popup, and allow.' },
};

export const Cancelled: Story = {
  render: inEachVariant,
  parameters: { lead: 'Click, and close the popup: as before, but a screen reader is told.' },
};

export const Failed: Story = {
  args: signing('?status=500'),
  render: inEachVariant,
  parameters: { lead: 'Click: the signing endpoint fails. Another click tries again.' },
};

export const WrongPartnerId: Story = {
  args: { partnerId: 'my partner' },
  render: inEachVariant,
  argTypes: { partnerId: { control: false } },
  parameters: { lead: 'Click: an option is wrong, so nothing opens.', isOffline: true },
};
