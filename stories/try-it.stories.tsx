import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';
import { labelIn } from './labels';
import { sandboxOptions } from './sandbox';
import { english, StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Tools/Try it',
  id: 'try-it',
  component: ConnectButton,
  tags: ['!autodocs'],
  args: { ...sandboxOptions, className: 'story-button', callback: () => {} },
} satisfies Meta<typeof ConnectButton>;
export default meta;

/** The whole flow: click, sign up, permit two numbers, and the result is on this page. */
export const Connect: StoryObj<typeof meta> = {
  render: function Connect({ callback: _, ...options }, { globals }) {
    const { callbacks, told } = useStoryFrame();
    const [loadedAt] = useState(() => new Date().toLocaleTimeString('en-GB'));
    const lead = (
      <>
        A click opens the hub in a popup. Sign up there and permit your numbers; the popup closes by
        itself. This page was loaded at <time>{loadedAt}</time> and stays as it is.
      </>
    );
    return (
      <StoryFrame title="Connect your WhatsApp numbers" {...{ lead, told }}>
        <label className="story-field" {...english}>
          A note you are writing meanwhile
          <input placeholder="Type something; it survives" />
        </label>
        <ConnectButton label={labelIn(globals)} {...options} {...callbacks} />
      </StoryFrame>
    );
  },
};
