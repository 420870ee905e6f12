import type { Meta, StoryObj } from '@storybook/react-vite';
import { startOnboarding } from 'react-360dialog-connect/core';
import { sandboxOptions } from './sandbox';
import { StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Components/startOnboarding',
  id: 'startonboarding',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

/** One function for any framework: called in the click, it promises the result. */
export const WithoutReact: StoryObj = {
  render: function WithoutReact() {
    const { callbacks, told } = useStoryFrame();
    const { callback, onCancel, onError, onStatusChange } = callbacks;
    const lead =
      'One function for any framework: called in the click, it promises the result, or null when the client closed the popup.';
    const connect = async () => {
      try {
        const connected = await startOnboarding({ ...sandboxOptions, onStatusChange }).result;
        if (connected) callback(connected);
        else onCancel();
      } catch (error) {
        onError(error as Parameters<typeof onError>[0]);
      }
    };
    return (
      <StoryFrame title="Without React" {...{ lead, told }}>
        <button type="button" className="story-button" onClick={connect}>
          Connect
        </button>
      </StoryFrame>
    );
  },
};
