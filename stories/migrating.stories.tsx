import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectButton } from 'react-360dialog-connect';
import { sandboxOptions } from './sandbox';
import { english, StoryFrame, useStoryFrame } from './story-frame';

const meta = {
  title: 'Scenarios/Migrating',
  id: 'migrating',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
} satisfies Meta;
export default meta;

const before = `const popup = window.open(hubUrl, 'connect', 'width=600,height=900');

window.addEventListener('message', ({ origin, data }) => {
  if (origin !== location.origin || typeof data !== 'string') return;
  const parameters = new URLSearchParams(data);
  save(parameters.get('client'), parameters.get('channels'));
});`;

const after = `<ConnectButton
  partnerId="YOUR_PARTNER_ID"
  callback={({ client, channels }) => save(client, channels)}
/>`;

/** The app is migrated, its redirect page is not yet: a plain "?client=…" message is understood. */
export const FromAHandWrittenPopup: StoryObj = {
  render: function FromAHandWrittenPopup() {
    const { callbacks, told } = useStoryFrame();
    const redirect_url = new URL('hand-written-redirect.html', document.baseURI).href;
    const lead =
      'Only the app is migrated here. Its redirect page is the old one, which posts location.search to its opener; the button understands it, so the two can be changed one after the other.';
    return (
      <StoryFrame title="From a hand-written popup" {...{ lead, told }}>
        <div>
          <h3 {...english}>Before</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, by keyboard too */}
          <pre tabIndex={0} {...english}>
            {before}
          </pre>
          <h3 {...english}>After</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, by keyboard too */}
          <pre tabIndex={0} {...english}>
            {after}
          </pre>
        </div>
        <ConnectButton
          {...sandboxOptions}
          {...callbacks}
          queryParameters={{ ...sandboxOptions.queryParameters, redirect_url }}
          className="story-button"
        />
      </StoryFrame>
    );
  },
};
