import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectThemeProvider, StyledConnectButton } from 'react-360dialog-connect/styled';
import { expect } from 'storybook/test';
import { styled } from 'styled-components';
import { sandboxOptions } from './sandbox';
import { variants } from './variant-grid';

const meta = {
  title: 'Guide/Theming',
  component: StyledConnectButton,
  tags: ['!autodocs'],
  args: { ...sandboxOptions, callback: () => {} },
  parameters: { layout: 'padded' },
  decorators: (Story) => (
    <div className="story-row" style={{ fontFamily: 'system-ui, sans-serif' }}>
      {Story()}
    </div>
  ),
} satisfies Meta<typeof StyledConnectButton>;
export default meta;

type Story = StoryObj<typeof meta>;

const plum = { text: '#ffffff', rest: '#4a1d5c', hover: '#3c174b', active: '#2d1138' };
const plumAccent = { text: '#4a1d5c', hover: '#f5ecf8', active: '#ead8f0' };
const lilac = { text: '#2d1138', rest: '#e3c4f0', hover: '#d9b0ea', active: '#cf9de4' };
const lilacAccent = { text: '#e3c4f0', hover: '#2c1a35', active: '#3a2446' };
const color = {
  light: { fill: plum, accent: plumAccent },
  dark: { fill: lilac, accent: lilacAccent },
};

/** One provider around the app. */
export const PerApp: Story = {
  render: (args) => (
    <ConnectThemeProvider theme={{ color, radius: { button: '999px' } }}>
      {variants.map((variant) => (
        <StyledConnectButton key={variant} {...args} variant={variant} />
      ))}
    </ConnectThemeProvider>
  ),
  play: async ({ canvas, globals }) => {
    const [solid] = canvas.getAllByRole('button');
    const { rest } = globals['theme'] === 'dark' ? lilac : plum;
    await expect(solid).toHaveStyle({ backgroundColor: rest });
  },
};

/** The `theme` of a button concerns that button alone. */
export const PerButton: Story = {
  render: (args) => (
    <>
      <StyledConnectButton {...args} />
      <StyledConnectButton {...args} theme={{ radius: { button: '0' }, type: { weight: '400' } }} />
    </>
  ),
};

const Shop = styled.div`
  --connect-color-fill-text: #ffffff;
  --connect-color-fill-rest: #1f2a44;
  --connect-color-fill-hover: #182136;
  --connect-color-fill-active: #101727;
  --connect-radius-button: 4px;
`;

/** Any style sheet, around the button or on it. */
export const ByCssVariables: Story = {
  render: (args) => (
    <Shop>
      <StyledConnectButton {...args} />
    </Shop>
  ),
};

/** A dark part of a light page. */
export const DarkPart: Story = {
  render: (args) => (
    <div className="story-card story-row" style={{ background: '#10171a' }}>
      <ConnectThemeProvider colorScheme="dark">
        {variants.map((variant) => (
          <StyledConnectButton key={variant} {...args} variant={variant} />
        ))}
      </ConnectThemeProvider>
    </div>
  ),
};
