import { act, fireEvent, render, screen } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import {
  ConnectThemeProvider,
  StyledEmbeddedSignupButton,
  type StyledEmbeddedSignupButtonProps,
} from 'react-360dialog-connect/styled';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  facebookPage,
  fakeFacebookPage,
  finishData,
  pass,
  say,
  signupIds,
} from '../helpers/fake-facebook';

const page = fakeFacebookPage();
const button = () => screen.getByRole('button');
const region = () => screen.getByRole('status');
const glyph = () => button().querySelector('svg')?.dataset['glyph'];
const settle = () => act(() => pass(0));

async function renderButton(props: Partial<StyledEmbeddedSignupButtonProps> = {}) {
  render(
    <StrictMode>
      <StyledEmbeddedSignupButton {...signupIds} callback={() => {}} {...props} />
    </StrictMode>,
  );
  await settle();
}

// One at a time: what a test leaves running would be in the way of the next one.
afterEach(async () => {
  say('CANCEL');
});

describe('StyledEmbeddedSignupButton', () => {
  it('shows and announces each status, and hands the result over once', async () => {
    const callback = vi.fn();
    await renderButton({ callback });
    expect(button()).toHaveTextContent('Connect WhatsApp');
    expect(glyph()).toBe('chat');
    expect(region()).toBeEmptyDOMElement();

    fireEvent.click(button());
    expect(page.popups).toHaveLength(1);
    expect(button()).toHaveTextContent('Continue in the window');
    expect(button()).toHaveAttribute('aria-busy', 'true');
    expect(glyph()).toBe('spinner');
    expect(region()).toHaveTextContent('Continue in the window');
    act(() => {
      page.facebook.giveCode();
      say('FINISH', finishData);
    });
    await settle();

    expect(callback.mock.calls).toEqual([[expect.objectContaining({ code: 'code-1' })]]);
    expect(button()).toHaveAttribute('data-status', 'completed');
    expect(button()).toHaveTextContent('Connected');
    expect(glyph()).toBe('success');
    expect(region()).toHaveTextContent('Connected');
  });

  it('announces a client who left, and shows its text of before', async () => {
    await renderButton({ children: 'Add a number' });

    fireEvent.click(button());
    act(() => say('CANCEL', { current_step: 'PERMISSIONS' }));

    expect(button()).toHaveTextContent('Add a number');
    expect(region()).toHaveTextContent('Cancelled');
  });

  it('shows that it failed, and that another click tries again', async () => {
    await renderButton({ onError() {} });

    fireEvent.click(button());
    act(() => say('ERROR'));

    expect(button()).toHaveTextContent('Not connected. Retry');
    expect(glyph()).toBe('error');
  });

  it('says nothing of the SDK on its way, until a click waits for it', async () => {
    delete facebookPage().FB;
    await renderButton();
    expect(button()).toHaveAttribute('data-status', 'idle');
    expect(button()).toHaveTextContent('Connect WhatsApp');
    expect(region()).toBeEmptyDOMElement();

    fireEvent.click(button());

    expect(button()).toHaveTextContent('Getting ready…');
    expect(glyph()).toBe('spinner');
    expect(region()).toHaveTextContent('Getting ready…');
  });

  it('stays silent where the caller’s onClick prevents the launch', async () => {
    delete facebookPage().FB;
    await renderButton({ onClick: (event) => event.preventDefault() });

    fireEvent.click(button());

    expect(region()).toBeEmptyDOMElement();
  });

  it('is a button with the app’s attributes and none of the options', async () => {
    const ref = createRef<HTMLButtonElement>();
    render(
      <StyledEmbeddedSignupButton
        {...signupIds}
        callback={() => {}}
        ref={ref}
        id="signup"
        variant="ghost"
        size="large"
        fullWidth
        startIcon={null}
        endIcon="→"
        labels={{ idle: 'x' }}
        theme={{ radius: { button: '0' } }}
        solutionId="1"
        preload="none"
      />,
    );

    expect(ref.current).toBe(button());
    expect(button()).toHaveTextContent('x→');
    expect(button().getAttributeNames().sort()).toEqual(['class', 'data-status', 'id', 'type']);
  });

  it('takes texts of the language, and the classes of the theme around it', async () => {
    render(
      <ConnectThemeProvider colorScheme="dark" theme={{ radius: { button: '999px' } }}>
        <StyledEmbeddedSignupButton {...signupIds} callback={() => {}} lang="de" preload="none" />
        <StyledEmbeddedSignupButton {...signupIds} callback={() => {}} preload="none" />
      </ConnectThemeProvider>,
    );
    const [german, english] = screen.getAllByRole('button');

    expect(german).toHaveTextContent('WhatsApp verbinden');
    expect(german!.className).toBe(english!.className);
    expect(getComputedStyle(german!).getPropertyValue('--_connect-radius-button')).toContain(
      '999px',
    );
  });

  it('renders on a server without touching a browser’s globals', () => {
    vi.stubGlobal('window', undefined);
    vi.stubGlobal('document', undefined);
    const html = renderToString(
      <StyledEmbeddedSignupButton {...signupIds} callback={() => {}} lang="de" />,
    );
    vi.unstubAllGlobals();

    expect(html).toMatch(/^<button type="button" lang="de" /);
    expect(html).toContain('WhatsApp verbinden');
    expect(html).toMatch(/<span role="status" [^>]+><\/span>$/);
  });
});
