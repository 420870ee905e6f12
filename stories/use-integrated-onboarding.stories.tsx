import type { Meta, StoryObj } from '@storybook/react-vite';
import type { FunctionComponent } from 'react';
import { type OnboardingOptions, useIntegratedOnboarding } from 'react-360dialog-connect';
import { expect, userEvent } from 'storybook/test';
import { optionArgTypes } from './option-arg-types';
import { sandboxOptions } from './sandbox';
import { hookSource } from './story-code';
import { english, StoryFrame, useStoryFrame } from './story-frame';

// A hook is no component, but it is described like one: its options are the controls.
const described = useIntegratedOnboarding as unknown as FunctionComponent<OnboardingOptions>;

const meta = {
  title: 'Components/useIntegratedOnboarding',
  id: 'useintegratedonboarding',
  component: described,
  args: { ...sandboxOptions, callback: () => {} },
  argTypes: optionArgTypes,
  parameters: { docs: hookSource },
} satisfies Meta<typeof described>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Buttons of your own for everything the hook can do, and its status beside them. */
export const OwnButtons: Story = {
  render: function OwnButtons({ callback: _, ...options }) {
    const { callbacks, told } = useStoryFrame();
    const { status, detached, open, close, reset } = useIntegratedOnboarding({
      ...options,
      ...callbacks,
    });
    const isRunning = ['preparing', 'signing', 'open'].includes(status);
    const lead = 'Buttons of your own for everything the hook can do.';
    return (
      <StoryFrame title="useIntegratedOnboarding" {...{ lead, told }}>
        <p {...english}>
          Status: <strong data-testid="status">{status}</strong>
          {detached && ', detached'}
        </p>
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

/** Opens the hub, brings it to the front, gives up and starts over: the hook's life by its buttons. */
export const OpenAndCancel: Story = {
  ...OwnButtons,
  // It opens a window by itself, so it runs in the tests and is not shown.
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas }) => {
    const status = canvas.getByTestId('status');
    await expect(status).toHaveTextContent('idle');
    await userEvent.click(canvas.getByRole('button', { name: 'Connect' }));
    await expect(status).toHaveTextContent('open');
    await expect(canvas.getByRole('status')).toHaveTextContent('continue in the window');
    await userEvent.click(canvas.getByRole('button', { name: 'Show the popup' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel' }));
    await expect(status).toHaveTextContent('cancelled');
    await expect(canvas.getByText('onCancel')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Start over' }));
    await expect(status).toHaveTextContent('idle');
  },
};

/** In-app browsers open no popup. `display: 'redirect'` leaves the page and comes back to it. */
export const WholePage: Story = {
  args: { display: 'redirect' },
  render: function WholePage({ callback: _, ...options }) {
    const { callbacks, told } = useStoryFrame();
    const { open } = useIntegratedOnboarding({ ...options, ...callbacks });
    const lead = 'Leaves this page for the hub and comes back to it with the result.';
    return (
      <StoryFrame title="Whole page" {...{ lead, told }}>
        <button type="button" className="story-button" onClick={open}>
          Connect on this page
        </button>
      </StoryFrame>
    );
  },
};
