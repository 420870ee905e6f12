import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import {
  ConnectThemeProvider,
  connectTheme,
  StyledConnectButton,
  type StyledConnectButtonProps,
} from 'react-360dialog-connect/styled';
import { ServerStyleSheet } from 'styled-components';
import { describe, expect, it } from 'vitest';

const button = (props: Partial<StyledConnectButtonProps> = {}) => (
  <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} {...props} />
);
/** What a token's private variable is declared as. */
const declared = (name: string) =>
  getComputedStyle(screen.getByRole('button')).getPropertyValue(`--_connect-${name}`);

/** The style sheet of some buttons alone. */
async function sheetOf(children: ReactNode): Promise<string> {
  const { renderToString } = await import('react-dom/server');
  const sheet = new ServerStyleSheet();
  try {
    renderToString(sheet.collectStyles(children));
    return sheet.getStyleTags();
  } finally {
    sheet.seal();
  }
}
const { light, dark } = connectTheme.color;

describe('a token', () => {
  it('is what the public CSS variable of its name says, else what the theme says', () => {
    render(<ConnectThemeProvider colorScheme="light">{button()}</ConnectThemeProvider>);

    expect(declared('radius-button')).toBe('var(--connect-radius-button,0.625rem)');
    expect(declared('type-line-height')).toBe('var(--connect-type-line-height,1.25)');
    expect(declared('color-fill-rest')).toBe(`var(--connect-color-fill-rest,${light.fill.rest})`);
  });

  it('is overridden by the app, then by a provider further in, then by the button', () => {
    render(
      <ConnectThemeProvider
        theme={{ radius: { button: '1px' }, type: { weight: '100', medium: '1em' } }}
      >
        <ConnectThemeProvider theme={{ type: { weight: '200', medium: undefined } }}>
          {button({ theme: { type: { weight: '300' } } })}
        </ConnectThemeProvider>
      </ConnectThemeProvider>,
    );

    expect(declared('radius-button')).toContain(',1px)');
    expect(declared('type-medium')).toContain(',1em)');
    expect(declared('type-weight')).toContain(',300)');
    expect(declared('type-small')).toContain(`,${connectTheme.type.small})`);
  });

  it('of one scheme leaves the other as it is', () => {
    const theme = { color: { dark: { fill: { rest: '#123456' } } } };
    const { unmount } = render(
      <ConnectThemeProvider colorScheme="light">{button({ theme })}</ConnectThemeProvider>,
    );
    expect(declared('color-fill-rest')).toContain(light.fill.rest);
    unmount();

    render(<ConnectThemeProvider colorScheme="dark">{button({ theme })}</ConnectThemeProvider>);

    expect(declared('color-fill-rest')).toContain('#123456');
    expect(declared('color-fill-hover')).toContain(dark.fill.hover);
  });

  it('is changed by no override for good', () => {
    const before = structuredClone(connectTheme);

    render(button({ theme: { color: { light: { focus: 'red' } } } }));

    expect(connectTheme).toEqual(before);
  });
});

describe('the color scheme', () => {
  it('of an outer provider holds inside one that names none', () => {
    render(
      <ConnectThemeProvider colorScheme="dark">
        <ConnectThemeProvider theme={{}}>{button()}</ConnectThemeProvider>
      </ConnectThemeProvider>,
    );

    expect(declared('color-focus')).toContain(dark.focus);
  });

  it('auto leaves the choice to prefers-color-scheme', async () => {
    const sheet = await sheetOf(
      <ConnectThemeProvider colorScheme="auto">{button()}</ConnectThemeProvider>,
    );

    expect(sheet).toMatch(/@media \(prefers-color-scheme:\s?dark\)/);
    expect(sheet).toContain(`,${light.focus})`);
    expect(sheet).toContain(`,${dark.focus})`);
  });

  it('is that of the page where nobody names one', async () => {
    const sheet = await sheetOf(button());

    expect(sheet).toContain(`light-dark(${light.focus},${dark.focus})`);
    expect(sheet).not.toContain('prefers-color-scheme');
  });

  it.each(['light', 'dark'] as const)('%s brings no color of the other', async (colorScheme) => {
    const sheet = await sheetOf(
      <ConnectThemeProvider colorScheme={colorScheme}>{button()}</ConnectThemeProvider>,
    );

    expect(sheet).toContain(connectTheme.color[colorScheme].focus);
    expect(sheet).not.toContain(
      connectTheme.color[colorScheme === 'dark' ? 'light' : 'dark'].focus,
    );
  });
});
