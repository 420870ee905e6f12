import type { Preview } from '@storybook/react-vite';
import { forwardRedirect } from 'react-360dialog-connect/redirect';
import '../stories/stories.css';

// A story is its own redirect page: in the popup, this runs before any story renders.
forwardRedirect();

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: { order: ['Try it', 'ConnectButton', 'useIntegratedOnboarding', 'IO Signature'] },
    },
  },
};

export default preview;
