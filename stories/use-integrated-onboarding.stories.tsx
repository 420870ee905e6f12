import type { Meta, StoryObj } from '@storybook/react-vite';
import { useIntegratedOnboarding } from 'react-360dialog-connect';
import { sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'useIntegratedOnboarding',
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

/** Buttons of your own for everything the hook can do, and its status beside them. */
export const OwnButtons: StoryObj = {
  render: function OwnButtons() {
    const { callbacks, outcomes, result } = useStoryFrame();
    const { status, error, open, close, reset } = useIntegratedOnboarding({
      ...sandboxOptions,
      ...callbacks,
    });
    const isRunning = status === 'signing' || status === 'open';
    const lead = 'Buttons of your own for everything the hook can do.';
    return (
      <StoryFrame title="useIntegratedOnboarding" {...{ lead, outcomes, result }}>
        <p className="story-status" role="status">
          Status: <strong>{status}</strong>
        </p>
        {error && <p role="alert">{error.message}</p>}
        <div className="story-row">
          <button type="button" className="story-button" onClick={open}>
            {isRunning ? 'Show the popup' : 'Connect'}
          </button>
          <button
            type="button"
            className="story-button-quiet"
            onClick={close}
            disabled={!isRunning}
          >
            Cancel
          </button>
          <button type="button" className="story-button-quiet" onClick={reset}>
            Start over
          </button>
        </div>
      </StoryFrame>
    );
  },
};

/** In-app browsers open no popup. `display: 'redirect'` leaves the page and comes back to it. */
export const WholePage: StoryObj = {
  render: function WholePage() {
    const { callbacks, outcomes, result } = useStoryFrame();
    const { open } = useIntegratedOnboarding({
      ...sandboxOptions,
      ...callbacks,
      display: 'redirect',
    });
    const lead = 'Leaves this page for the hub and comes back to it with the result.';
    return (
      <StoryFrame title="Whole page" {...{ lead, outcomes, result }}>
        <button type="button" className="story-button" onClick={open}>
          Connect on this page
        </button>
      </StoryFrame>
    );
  },
};
