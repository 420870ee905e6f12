import { render, screen } from '@testing-library/react';
import {
  type ConnectThemeOverride,
  ConnectThemeProvider,
  connectTheme,
  StyledConnectButton,
} from 'react-360dialog-connect/styled';
import { ServerStyleSheet } from 'styled-components';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isTokenValue } from '../../src/styled/is-token-value';

const button = (theme: object) => (
  <StyledConnectButton
    partnerId="aAbBcCPA"
    callback={() => {}}
    theme={theme as ConnectThemeOverride}
  />
);
const declared = (name: string) =>
  getComputedStyle(screen.getByRole('button')).getPropertyValue(`--_connect-${name}`);

/** The style sheet as a server puts it into the page. */
async function styleTagsOf(theme: object): Promise<string> {
  const { renderToString } = await import('react-dom/server');
  const sheet = new ServerStyleSheet();
  renderToString(sheet.collectStyles(button(theme)));
  return sheet.getStyleTags();
}

let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
/** Tokens are told of once for a page, so some of these tests see no warning. */
const forgetWarnings = () => warn.mockClear();

describe('a value of a theme', () => {
  it.each([
    '#0b3f34',
    'rgb(1 2 3 / 50%)',
    'color-mix(in srgb, var(--brand, #fff) 20%, transparent)',
    'max(2.75rem, calc(10px + 1vw))',
    '"Comic Sans MS", \'Segoe UI\', sans-serif',
    'cubic-bezier(0.2, 0, 0, 1)',
    'linear-gradient(90deg, red, blue)',
    '"(" , x',
    'inherit',
    '0',
    '',
    0.5,
  ])('may be %j', (value) => {
    expect(isTokenValue(value)).toBe(true);
  });

  it.each([
    '1px);html:has(&) body{display:none}--x:(1',
    'red;display:none',
    'red}body{display:none',
    'red{',
    '</style><script>alert(1)</script>',
    `${'(a'.repeat(5000)}${')'.repeat(5000)}`,
    'red<!--',
    'red/*',
    'red\\',
    '\\3c /style',
    'red !important',
    '@import "x"',
    'red\nblue',
    'red\0',
    'url(https://evil.example/x.png)',
    'URL("x")',
    'image-set("x" 1x)',
    'src("x")',
    'calc(1px',
    '1px)',
    ')(',
    '(]',
    '[)',
    '"red',
    'red"',
    "it's",
    Number.NaN,
    Number.POSITIVE_INFINITY,
    null,
    true,
    {},
    ['red'],
  ])('may not be %j', (value) => {
    expect(isTokenValue(value)).toBe(false);
  });
});

describe('a theme whose values a tenant chose', () => {
  it('changes nothing but what a token is for', async () => {
    const styles = await styleTagsOf({
      radius: { button: '1px);html:has(&) body{display:none}--x:(1' },
      color: { light: { fill: { rest: '</style><script>alert(1)</script>' } } },
      type: { family: 'x;}body{display:none}' },
    });
    forgetWarnings();

    expect(styles).toBe(await styleTagsOf({}));
    expect(styles).not.toMatch(/script>|display:none\}/);
  });

  it('brings no tokens and no names of its own', async () => {
    const theme = JSON.parse(
      '{"radius":{"button}html{display:none":"1px","__proto__":{"button":"9px"}},"evil":{"x;}":"1"},"color":"red","type":{"weight":{"x":"1"}}}',
    );

    expect(await styleTagsOf(theme)).toBe(await styleTagsOf({}));
    forgetWarnings();
  });

  it('keeps the token as it comes, and a developer is told its name, not its value', () => {
    render(
      <ConnectThemeProvider theme={{ motion: { easing: 'ease;}*{display:none' } }}>
        {button({ motion: { duration: '7ms' } })}
      </ConnectThemeProvider>,
    );

    expect(declared('motion-easing')).toBe(
      `var(--connect-motion-easing,${connectTheme.motion.easing})`,
    );
    expect(declared('motion-duration')).toBe('var(--connect-motion-duration,7ms)');
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/theme\.motion\.easing is no CSS value/)],
    ]);
    expect(warn.mock.calls[0]![0]).not.toContain('display');
    forgetWarnings();
  });
});

describe('each distinct theme', () => {
  it('costs what it has otherwise, and no more', async () => {
    const plain = (await styleTagsOf({})).length;

    const one = await styleTagsOf({ radius: { button: '1px' } });

    expect(one.length - plain).toBeLessThan(200);
    expect(one.match(/--_connect-radius-button:/g)).toHaveLength(2);
  });

  it('that is like the standard one costs nothing', async () => {
    expect(await styleTagsOf(connectTheme)).toBe(await styleTagsOf({}));
  });
});

describe('a look that is none', () => {
  it.each([
    ['a size', { size: 'huge' }],
    ['a variant', { variant: 'constructor' }],
    ['a theme', { theme: 'red' }],
    ['an empty theme', { theme: '' }],
    ['a theme of null', { theme: null }],
    ['a group of tokens', { theme: { color: 0, radius: null } }],
  ])('is drawn as usual: %s', async (_what, props) => {
    const { renderToString } = await import('react-dom/server');
    const styleOf = (given: object) => {
      const sheet = new ServerStyleSheet();
      const attributes = { partnerId: 'aAbBcCPA', callback: () => {}, ...given };
      renderToString(sheet.collectStyles(<StyledConnectButton {...attributes} />));
      return sheet.getStyleTags();
    };

    expect(styleOf(props)).toBe(styleOf({}));
    expect(warn).not.toHaveBeenCalled();
  });

  it('is drawn as usual: a color scheme', () => {
    const colorScheme = 'constructor' as 'light';
    render(<ConnectThemeProvider colorScheme={colorScheme}>{button({})}</ConnectThemeProvider>);

    expect(declared('color-fill-rest')).not.toBe('');
  });
});
