import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { StyledConnectButton, type StyledConnectButtonProps } from 'react-360dialog-connect/styled';
import { describe, expect, it } from 'vitest';
import { fakePage } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';

const page = fakePage({ realTime: true });
const region = () => screen.getByRole('status');
const click = () => userEvent.click(screen.getByRole('button'));

/** What a screen reader would say: every change of the region's text. */
function renderHeard(props: Partial<StyledConnectButtonProps> = {}) {
  const button = <StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} {...props} />;
  const { rerender } = render(<StrictMode>{button}</StrictMode>);
  const heard: (string | null)[] = [];
  const observer = new MutationObserver((changes) => {
    for (const _ of changes) heard.push(region().textContent);
  });
  observer.observe(region(), { childList: true, characterData: true, subtree: true });
  return { heard, rerender: () => rerender(<StrictMode>{button}</StrictMode>) };
}

describe('the status', () => {
  it('has a region beside the button, empty before an attempt', () => {
    renderHeard();

    expect(region()).toBeEmptyDOMElement();
    expect(screen.getByRole('button')).not.toContainElement(region());
  });

  it('is announced once per change, in a region that stays', async () => {
    const { heard, rerender } = renderHeard();
    const before = region();

    await click();
    rerender();
    await act(async () => receiveMessage(page.popup.redirect(), { source: page.popup }));
    rerender();

    expect(heard).toEqual(['Continue in the window', 'Connected. Add another']);
    expect(region()).toBe(before);
  });

  it('is announced while the server signs and when that fails', async () => {
    let fail = (_: Error) => {};
    const fetchIoSignature = () =>
      new Promise<never>((_, reject) => {
        fail = reject;
      });
    const { heard } = renderHeard({ fetchIoSignature, onError() {} });

    await click();
    await act(async () => fail(new Error('offline')));

    expect(heard).toEqual(['One moment…', 'Not connected. Retry']);
  });

  it('is announced at every attempt', async () => {
    const fetchIoSignature = () => Promise.reject(new Error('offline'));
    const { heard } = renderHeard({ fetchIoSignature, onError() {} });

    await click();
    await screen.findAllByText('Not connected. Retry');
    await click();
    await screen.findAllByText('Not connected. Retry');

    expect(heard).toEqual([
      'One moment…',
      'Not connected. Retry',
      'One moment…',
      'Not connected. Retry',
    ]);
  });

  it('is announced by nobody where announce is false', async () => {
    render(<StyledConnectButton partnerId="aAbBcCPA" callback={() => {}} announce={false} />);

    await click();

    expect(screen.getByRole('button')).toHaveTextContent('Continue in the window');
    expect(screen.queryByRole('status')).toBeNull();
  });
});
