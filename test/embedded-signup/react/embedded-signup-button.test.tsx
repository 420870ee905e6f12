import { act, fireEvent, render, screen } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import type { EmbeddedSignupOptions } from 'react-360dialog-connect/embedded-signup';
import {
  EmbeddedSignupButton,
  useEmbeddedSignup,
} from 'react-360dialog-connect/embedded-signup/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  facebookPage,
  fakeFacebookPage,
  finishData,
  pass,
  say,
  signupIds,
} from '../../helpers/fake-facebook';

const page = fakeFacebookPage();
const button = () => screen.getByRole('button');
const settle = () => act(() => pass(0));

// One at a time: what a test leaves running would be in the way of the next one.
afterEach(async () => {
  say('CANCEL');
});

async function finish() {
  act(() => {
    page.facebook.giveCode();
    say('FINISH', finishData);
  });
  await settle();
}

describe('EmbeddedSignupButton', () => {
  it('loads the SDK as it mounts, opens the window in the click, and hands over the result once', async () => {
    const callback = vi.fn();
    render(
      <StrictMode>
        <EmbeddedSignupButton {...signupIds} callback={callback} />
      </StrictMode>,
    );
    await settle();
    expect(button()).toHaveAttribute('data-status', 'ready');

    fireEvent.click(button());
    expect(page.popups).toHaveLength(1);
    expect(button()).toHaveAttribute('aria-busy', 'true');
    await finish();

    expect(callback.mock.calls).toEqual([[expect.objectContaining({ code: 'code-1' })]]);
    expect(button()).toHaveAttribute('data-status', 'completed');
    expect(button()).not.toHaveAttribute('aria-busy');
  });

  it('is a button with the app’s attributes and none of the options', () => {
    const ref = createRef<HTMLButtonElement>();
    const options: Required<EmbeddedSignupOptions> = {
      ...signupIds,
      callback: vi.fn(),
      solutionId: '1',
      graphVersion: 'v25.0',
      coexistence: true,
      setup: {},
      extras: {},
      exchange: async () => 1,
      expectedNumber: '49',
      locale: 'en_US',
      nonce: 'n',
      origins: ['https://www.facebook.com'],
      sdkUrl: 'https://connect.facebook.net/en_US/sdk.js',
      preload: 'none',
      sdkTimeout: 1,
      graceMs: 1,
      timeout: 1,
      onCancel: vi.fn(),
      onError: vi.fn(),
      onStatusChange: vi.fn(),
      onEvent: vi.fn(),
      signal: new AbortController().signal,
    };
    render(
      <EmbeddedSignupButton {...options} ref={ref} id="signup" className="mine">
        Connect
      </EmbeddedSignupButton>,
    );

    expect(ref.current!.outerHTML).toBe(
      '<button type="button" id="signup" class="mine" data-status="idle">Connect</button>',
    );
  });

  it.each([
    ['the caller’s onClick prevents it', { onClick: (event: Event) => event.preventDefault() }],
    ['it is aria-disabled', { 'aria-disabled': true }],
  ])('launches nothing when %s', async (_, props) => {
    render(<EmbeddedSignupButton {...signupIds} callback={vi.fn()} {...(props as object)} />);
    await settle();
    fireEvent.click(button());

    expect(page.facebook.login).not.toHaveBeenCalled();
  });

  it('loads nothing before the click with preload="none"', async () => {
    delete facebookPage().FB;
    render(<EmbeddedSignupButton {...signupIds} callback={vi.fn()} preload="none" />);
    await settle();

    expect(document.scripts).toHaveLength(0);
    expect(button()).toHaveAttribute('data-status', 'idle');
  });

  it('loads the SDK once an app ID is there', async () => {
    const { rerender } = render(
      <EmbeddedSignupButton {...signupIds} appId="" callback={vi.fn()} />,
    );
    await settle();
    expect(button()).toHaveAttribute('data-status', 'idle');
    rerender(<EmbeddedSignupButton {...signupIds} callback={vi.fn()} />);
    await settle();

    expect(button()).toHaveAttribute('data-status', 'ready');
  });

  it('tells the last callback though it was unmounted meanwhile', async () => {
    const callback = vi.fn();
    const { unmount } = render(<EmbeddedSignupButton {...signupIds} callback={callback} />);
    await settle();
    fireEvent.click(button());
    unmount();
    await finish();

    expect(callback).toHaveBeenCalledTimes(1);
  });

  it('starts one signup of two buttons', async () => {
    const callbacks = [vi.fn(), vi.fn()];
    render(
      callbacks.map((callback, key) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: there are two
        <EmbeddedSignupButton key={key} {...signupIds} callback={callback} />
      )),
    );
    await settle();
    for (const each of screen.getAllByRole('button')) fireEvent.click(each);
    await finish();

    expect(page.popups).toHaveLength(1);
    expect(callbacks.map((callback) => callback.mock.calls.length)).toEqual([1, 0]);
  });

  it('submits no form and has a name though it is given neither', () => {
    render(
      <EmbeddedSignupButton {...signupIds} callback={vi.fn()} type={undefined}>
        {undefined}
      </EmbeddedSignupButton>,
    );

    expect(button()).toHaveAttribute('type', 'button');
    expect(button()).toHaveAccessibleName('Connect WhatsApp');
  });

  it('renders on a server without touching a browser’s globals', () => {
    vi.stubGlobal('window', undefined);
    vi.stubGlobal('document', undefined);
    const html = renderToString(<EmbeddedSignupButton {...signupIds} callback={() => {}} />);
    vi.unstubAllGlobals();

    expect(html).toBe('<button type="button" data-status="idle">Connect WhatsApp</button>');
  });
});

describe('useEmbeddedSignup', () => {
  it('shows where the signup is, by functions that stay the same', async () => {
    const seen: ReturnType<typeof useEmbeddedSignup>[] = [];
    function App() {
      const signup = useEmbeddedSignup({ ...signupIds, callback() {} });
      seen.push(signup);
      return (
        <button type="button" onClick={signup.open}>
          {signup.status === 'completed' ? signup.result.wabaId : signup.status}
        </button>
      );
    }
    render(<App />);
    await settle();
    fireEvent.click(button());
    expect(button()).toHaveTextContent('open');
    await finish();

    expect(button()).toHaveTextContent(finishData.waba_id);
    for (const name of ['preload', 'open', 'close', 'reset'] as const) {
      expect(new Set(seen.map((each) => each[name])).size).toBe(1);
    }
  });
});
