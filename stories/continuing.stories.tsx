import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';
import { sandboxOptions } from './sandbox';
import { english, StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Scenarios/Continuing',
  id: 'continuing',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

/** A client who gave up has an account by now: the next click shows the login form. */
export const AfterGivingUp: StoryObj = {
  render: function AfterGivingUp() {
    const { callbacks, told } = useStoryFrame();
    const [number, setNumber] = useState('+49 30 5550 0101');
    const hasGivenUp = told.outcomes.some(({ name }) => name === 'onCancel');
    const { queryParameters } = sandboxOptions;
    const lead =
      'Start, sign up, and close the popup. The button then asks for the same number with next: ‘login’, because the client has an account by now.';
    return (
      <StoryFrame title="Continuing after giving up" {...{ lead, told }}>
        <label className="story-field" {...english}>
          The number to connect
          <input
            type="tel"
            autoComplete="tel"
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        </label>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          requestedNumber={number}
          queryParameters={{ ...queryParameters, next: hasGivenUp ? 'login' : 'signup' }}
          className="story-button"
          label={hasGivenUp ? 'Continue' : 'Start'}
        />
      </StoryFrame>
    );
  },
};
