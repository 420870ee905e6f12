import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import type { Globals } from 'storybook/internal/types';
import { addons } from 'storybook/preview-api';
import { appearanceOf, initialGlobals } from './appearance';
import { storybookThemes } from './storybook-themes';

/** A documentation page in the theme of the toolbar. */
export function ThemedDocsContainer(props: PropsWithChildren<DocsContainerProps>) {
  const [globals, setGlobals] = useState(() => latest);
  useEffect(() => {
    const update = ({ globals }: { globals: Globals }) => setGlobals(globals);
    const channel = addons.getChannel();
    channel.on(GLOBALS_UPDATED, update);
    return () => channel.off(GLOBALS_UPDATED, update);
  }, []);

  const { theme } = appearanceOf(globals);
  useEffect(() => {
    const { documentElement: page } = document;
    page.lang = 'en';
    page.dir = 'ltr';
    page.dataset['theme'] = theme;
  }, [theme]);
  return (
    <DocsContainer {...props} theme={storybookThemes[theme]}>
      <main>{props.children}</main>
    </DocsContainer>
  );
}

// Pages come and go; the toolbar stays.
let latest: Globals = initialGlobals;
addons.ready().then((channel) => {
  for (const event of [SET_GLOBALS, GLOBALS_UPDATED]) {
    channel.on(event, ({ globals }: { globals: Globals }) => {
      latest = globals;
    });
  }
});
