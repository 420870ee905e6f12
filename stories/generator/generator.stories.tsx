import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { appearanceOf } from '../../.storybook/appearance';
import { Generator as GeneratorPage } from './generator';

const meta = {
  title: 'Tools/Generator',
  id: 'generator',
  tags: ['!autodocs'],
  // It guards its live button itself, which may lead to a hub of the visitor's.
  parameters: { controls: { disable: true }, isOffline: true },
  render: (_, { globals }) => {
    const { language, dir } = appearanceOf(globals);
    return <GeneratorPage lang={language} dir={dir} />;
  },
} satisfies Meta;
export default meta;

/** Every option on one side; the live button, its code and what it says on the other. */
export const Generator: StoryObj = {};

/** Fills the form as a visitor does, so it runs in the tests and is not shown. */
export const FilledIn: StoryObj = {
  tags: ['!dev'],
  play: async ({ canvas }) => {
    const type = async (label: string, text: string) => {
      const field = canvas.getByRole('textbox', { name: label });
      await userEvent.clear(field);
      await userEvent.type(field, text);
    };
    await type('Partner ID', 'my partner');
    const partnerId = canvas.getByRole('textbox', { name: 'Partner ID' });
    await expect(partnerId).toBeInvalid();
    await expect(partnerId).toHaveAccessibleDescription(/invalid partnerId/);
    await expect(canvas.queryByRole('button', { name: 'Copy code' })).toBeNull();
    await type('Partner ID', 'dDeEfFPA');
    await expect(partnerId).toBeValid();
    await expect(canvas.getByRole('button', { name: 'Copy code' })).toBeVisible();
    await type('Requested number', '+49 30 123');
    await userEvent.click(canvas.getByText('The words'));
    await type('Label', "Ana's button");
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Variant' }), 'outline');
    await type('Button color', '#0b5cd5');
    await type('Text color', '#808080');
    await expect(canvas.getByRole('textbox', { name: 'Text color' })).toHaveAccessibleDescription(
      /contrast is 1.5:1/,
    );
    await userEvent.clear(canvas.getByRole('textbox', { name: 'Text color' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Hub' }), 'prod');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Version' }), 'v2');

    await expect(canvas.getByTestId('address')).toHaveTextContent(
      'https://app.360dialog.com/onboarding/dDeEfFPA?number=4930123',
    );
    const code = canvas.getByTestId('code');
    await expect(code).toHaveTextContent('requestedNumber="+49 30 123"');
    await expect(code).toHaveTextContent('<StyledConnectButton');
    await expect(code).toHaveTextContent('variant="outline"');
    await expect(code).toHaveTextContent("rest: '#0b5cd5'");
    await expect(code).toHaveTextContent("text: '#ffffff'");
    await userEvent.click(canvas.getByRole('radio', { name: 'Hook' }));
    await expect(code).toHaveTextContent("> Ana's button </button>");
    await userEvent.click(canvas.getByRole('radio', { name: 'Plain link' }));
    await expect(code).toHaveTextContent('<a href="https://app.360dialog.com/');
    await expect(canvas.getByRole('button', { name: "Ana's button" })).toBeVisible();
    await expect(new URLSearchParams(location.hash.slice(1)).get('version')).toBe('v2');

    await type('Own hub address', 'http://example.com');
    await userEvent.click(canvas.getByRole('button', { name: "Ana's button" }));
    const log = within(canvas.getByRole('log'));
    await waitFor(() => expect(log.getByText('onError')).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Start over' }));
    await expect(location.hash).toBe('');
  },
};
