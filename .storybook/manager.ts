import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import type { Globals } from 'storybook/internal/types';
import { addons } from 'storybook/manager-api';
import { appearanceOf, initialGlobals } from './appearance';
import { storybookThemes } from './storybook-themes';

/** Stories that are a whole page, and have no controls. */
const pages = ['try-it--connect', 'generator--generator'];

/** What the address says before the preview has spoken, so that a dark page does not begin light. */
function themeOfAddress(): string {
  const globals = new URLSearchParams(location.search).get('globals') ?? '';
  return /(?:^|;)theme:(\w+)/.exec(globals)?.[1] ?? initialGlobals.theme;
}

const themeOf = (globals: Globals) => storybookThemes[appearanceOf(globals).theme];

addons.setConfig({
  theme: themeOf({ theme: themeOfAddress() }),
  // For these pages alone. Storybook remembers a panel that a story's own parameters have folded away.
  layoutCustomisations: {
    showPanel: ({ storyId }) => (pages.includes(storyId) ? false : undefined),
  },
});

addons.register('appearance', (api) => {
  const follow = ({ globals }: { globals: Globals }) => api.setOptions({ theme: themeOf(globals) });
  api.on(SET_GLOBALS, follow);
  api.on(GLOBALS_UPDATED, follow);
});
