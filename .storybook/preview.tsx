import type { Decorator, Preview } from '@storybook/react-vite';
import { useLayoutEffect } from 'react';
import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { onboardingUrl } from '../stories/sandbox';
import { SandboxGuard } from '../stories/sandbox-guard';
import { appearanceOf, globalTypes, initialGlobals } from './appearance';
import { arrangeControls } from './arrange-controls';
import { ThemedDocsContainer } from './docs-container';
import { DocsPage } from './docs-page';
import '../stories/stories.css';

// A story is its own redirect page: in the popup, this runs before any story renders.
forwardRedirect();

/** A story alone is the page. On a documentation page, which is in English, it is a part. */
const withAppearance: Decorator = (Story, { globals, viewMode, title, name }) => {
  const { theme, language, dir } = appearanceOf(globals);
  const isPage = viewMode !== 'docs';
  useLayoutEffect(() => {
    if (!isPage) return;
    const { documentElement: page } = document;
    page.lang = language;
    page.dir = dir;
    page.dataset['theme'] = theme;
  }, [isPage, theme, language, dir]);
  return isPage ? (
    <main className="story-page">
      <h1 className="visually-hidden" lang="en">
        {title.split('/').at(-1)}: {name}
      </h1>
      <Story />
    </main>
  ) : (
    <div lang={language} dir={dir} data-theme={theme}>
      <Story />
    </div>
  );
};

/** `isOffline`: a story opens nothing, or guards its buttons itself. `opener`: only these lead to a hub. */
const withSandboxGuard: Decorator = (Story, { parameters }) => (
  <SandboxGuard
    isSafe={Boolean(onboardingUrl || parameters['isOffline'])}
    opener={parameters['opener']}
  >
    <Story />
  </SandboxGuard>
);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  argTypesEnhancers: [arrangeControls],
  decorators: [withSandboxGuard, withAppearance],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    docs: {
      container: ThemedDocsContainer,
      page: DocsPage,
      toc: { title: 'On this page', headingSelector: 'h2, .sb-anchor > h3' },
    },
    viewport: {
      options: {
        phone: { name: 'Phone, 360 × 740', styles: { width: '360px', height: '740px' } },
        desktop: { name: 'Desktop, 1280 × 900', styles: { width: '1280px', height: '900px' } },
        tablet: { name: 'Tablet, 820 × 1180', styles: { width: '820px', height: '1180px' } },
      },
    },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Introduction',
            'Getting started',
            'The redirect page',
            'Statuses and errors',
            'A button of your own',
            'Theming',
            'Color and design tokens (Figma)',
            'Variant, size and spinner',
            'Placement, dos and don’ts',
            'Copy: what to write',
            'Recipes',
            'IO Signatures',
            'Your server',
            'States and results',
            'Webhooks',
            'Partner API',
            'API keys',
            'Without React',
            'Embedded Signup',
            'Sandbox and testing',
            'Migrating from 360dialog-connect-button',
            'Content Security Policy and COOP',
            'Accessibility',
            'Troubleshooting',
            'Support',
            'Size and speed',
            'Fault matrix',
            'Security',
            'Changelog',
          ],
          'Tools',
          ['Try it', 'Generator'],
          'Components',
          [
            'ConnectButton',
            'StyledConnectButton',
            'EmbeddedSignupButton',
            'Element',
            'useIntegratedOnboarding',
            'startOnboarding',
            'Any button',
          ],
          'Design',
          ['States', 'Looks', 'Placement'],
          'Scenarios',
          ['Statuses', 'IO Signature', 'Direct payment', 'Continuing', 'Migrating'],
        ],
      },
    },
  },
};

export default preview;
