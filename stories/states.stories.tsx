import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButtonView, type ConnectButtonViewProps } from 'react-360dialog-connect/styled';
import { expect } from 'storybook/test';
import { languages } from '../.storybook/appearance';
import { Anatomy } from './anatomy';
import { MeasuredSizes } from './measured-sizes';
import { Sheet, SideBySide, States } from './states-sheet';
import { viewSource } from './story-code';
import { lookArgTypes } from './styled-arg-types';
import { variants } from './variant-grid';

const meta = {
  title: 'Design/States',
  id: 'states',
  component: ConnectButtonView,
  argTypes: { ...lookArgTypes, status: { control: false }, announce: { control: false } },
  parameters: { isOffline: true, docs: viewSource },
} satisfies Meta<typeof ConnectButtonView>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The language of the toolbar, unless the controls say another. */
const inLanguage = (args: ConnectButtonViewProps, language: string) => ({
  lang: language,
  ...args,
});

/** Each variant at every status and under every interaction, in the language of the toolbar. */
export const EveryState: Story = {
  argTypes: { variant: { control: false } },
  render: (args, { globals }) => (
    <Sheet lead="Every status and every interaction, at rest: nothing here runs. The button keeps its size from status to status.">
      {variants.map((variant) => (
        <SideBySide key={variant} title={variant}>
          <States look={{ ...inLanguage(args, globals['language']), variant }} />
        </SideBySide>
      ))}
    </Sheet>
  ),
  play: async ({ canvas, canvasElement }) => {
    const [idle] = canvas.getAllByRole('button');
    const [hovered] = canvasElement.querySelectorAll('[data-interaction="hover"] button');
    const ground = (button: Element) => getComputedStyle(button).backgroundColor;
    await expect(ground(hovered!)).not.toBe(ground(idle!));
    const widths = canvas
      .getAllByRole('button')
      .map((button) => Math.round(button.getBoundingClientRect().width));
    await expect(new Set(widths).size).toBe(1);
  },
};

/** The ready texts of every status, language by language. */
export const EveryLanguage: Story = {
  tags: ['!autodocs'],
  argTypes: { lang: { control: false } },
  render: (args) => (
    <Sheet lead="The ready texts. The longest one of a language decides the width of the button.">
      {Object.entries(languages).map(([lang, name]) => (
        <SideBySide key={lang} title={name} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
          <States look={{ ...args, lang }} isComplete={false} />
        </SideBySide>
      ))}
    </Sheet>
  ),
};

/** The icon alone; the text is the name that a screen reader reads. */
export const IconOnly: Story = {
  tags: ['!autodocs'],
  args: { iconOnly: true },
  argTypes: { variant: { control: false } },
  render: (args, { globals }) => (
    <Sheet lead="The icon alone, in a square. The text of the status is its name for a screen reader.">
      {variants.map((variant) => (
        <SideBySide key={variant} title={variant}>
          <States look={{ ...inLanguage(args, globals['language']), variant }} />
        </SideBySide>
      ))}
    </Sheet>
  ),
};

/** Every size, measured as it is drawn here. */
export const Sizes: Story = {
  argTypes: { size: { control: false } },
  render: (args, { globals }) => (
    <Sheet lead="CSS pixels, measured as the buttons are drawn here: rem is 16 px, unless you have set it otherwise.">
      <MeasuredSizes look={inLanguage(args, globals['language'])} />
    </Sheet>
  ),
};

/** What the button consists of, and the token of each measure. */
export const Parts: Story = {
  name: 'Anatomy',
  render: (args, { globals }) => (
    <Sheet lead="What the button consists of, measured as it is drawn here, and the token that decides it.">
      <Anatomy look={inLanguage(args, globals['language'])} />
    </Sheet>
  ),
};
