import { create } from 'storybook/theming/create';
import packageJson from '../package.json' with { type: 'json' };

const shared = {
  fontBase: 'system-ui, sans-serif',
  fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  brandTitle: `${packageJson.name} ${packageJson.version}`,
  // The site's own start, wherever it is served.
  brandUrl: './',
  brandTarget: '_self',
};

/** The look of Storybook itself, around the stories and in the documentation. */
export const storybookThemes = {
  light: create({
    ...shared,
    base: 'light',
    colorPrimary: '#0b6b4f',
    colorSecondary: '#0b6b4f',
    appBg: '#f4f6f8',
    appContentBg: '#ffffff',
    textColor: '#16202a',
    textMutedColor: '#46535f',
  }),
  dark: create({
    ...shared,
    base: 'dark',
    colorPrimary: '#5fd0a8',
    colorSecondary: '#5fd0a8',
    appBg: '#10161c',
    appContentBg: '#10161c',
    appPreviewBg: '#10161c',
    appBorderColor: '#33404b',
    barBg: '#10161c',
    textColor: '#e6edf2',
    textMutedColor: '#a9b6c1',
  }),
};
