// @vitest-environment node
import { JSDOM, VirtualConsole } from 'jsdom';
import { createSandboxApp } from 'react-360dialog-connect/sandbox';
import { beforeAll, describe, expect, it, vi } from 'vitest';

type Sdk = { init(parameters: object): void; login(callback: unknown, options?: object): void };

const valid = { appId: '1234567890', version: 'v25.0' };
const options = { config_id: '9876543210' };
let script: string;

beforeAll(async () => {
  script = await (await createSandboxApp().request('/facebook/sdk.js')).text();
});

/** A page that has loaded the script, and what it said in the console. */
function openPage(url = 'https://app.example/') {
  const said = vi.fn();
  const virtualConsole = new VirtualConsole().on('error', said).on('jsdomError', said);
  const { window } = new JSDOM('', { url, runScripts: 'outside-only', virtualConsole });
  // A frame stands for the window that the SDK opens: messages have to come from a real one.
  const frame = window.document.body.appendChild(window.document.createElement('iframe'));
  const popup = frame.contentWindow!;
  const open = vi.fn(() => popup);
  Object.assign(window, { open });
  const src = 'http://localhost:3600/facebook/sdk.js';
  Object.defineProperty(window.document, 'currentScript', { value: { src } });
  window.eval(script);
  const answer = (sandboxAnswer: unknown, origin = 'http://localhost:3600') => {
    const init = { source: popup, origin, data: { sandboxAnswer } };
    window.dispatchEvent(new window.MessageEvent('message', init));
  };
  return { sdk: (window as unknown as { FB: Sdk }).FB, said, open, popup, answer };
}

describe('the stand-in for Meta’s SDK, as the real one', () => {
  it('opens its window in the call itself', () => {
    const { sdk, said, open } = openPage();
    sdk.init(valid);

    sdk.login(() => {}, options);

    expect(open).toHaveBeenCalledOnce();
    expect(open).toHaveBeenCalledWith(
      expect.stringMatching(/^http:\/\/localhost:3600\/facebook\/signup\?app_id=1234567890&/),
      expect.anything(),
      expect.anything(),
    );
    expect(said).not.toHaveBeenCalled();
  });

  it('calls back with what its window brings, and lets the window know, which then closes', () => {
    const { sdk, popup, answer } = openPage();
    const callback = vi.fn();
    popup.postMessage = vi.fn();
    sdk.init(valid);
    sdk.login(callback, options);

    answer({ status: 'forged' }, 'https://elsewhere.example');
    expect(callback).not.toHaveBeenCalled();
    answer({ status: 'connected' });

    expect(callback.mock.calls).toEqual([[{ status: 'connected' }]]);
    expect(popup.postMessage).toHaveBeenCalledWith('sandboxTaken', 'http://localhost:3600');
  });

  it('throws at an async callback, and opens no window', () => {
    const { sdk, open } = openPage();
    sdk.init(valid);

    expect(() => sdk.login(async () => {}, options)).toThrow(
      'Expression is of type asyncfunction, not function',
    );
    expect(open).not.toHaveBeenCalled();
  });

  it('opens no window on an http page, and says so in the console only', () => {
    const { sdk, said, open } = openPage('http://app.example/');
    const callback = vi.fn();
    sdk.init(valid);

    sdk.login(callback, options);

    expect(said.mock.calls).toEqual([
      [expect.stringMatching(/no longer be called from http pages/)],
    ]);
    expect(open).not.toHaveBeenCalled();
    expect(callback).not.toHaveBeenCalled();
  });

  it.each(['http://localhost:5173/', 'http://127.0.0.1/', 'http://[::1]:8080/'])(
    'lets %s through',
    (url) => {
      const { sdk, said, open } = openPage(url);
      sdk.init(valid);

      sdk.login(() => {}, options);

      expect(open).toHaveBeenCalledOnce();
      expect(said).not.toHaveBeenCalled();
    },
  );

  it('opens no window before init, and says so in the console only', () => {
    const { sdk, said, open } = openPage();
    const callback = vi.fn();

    sdk.login(callback, options);

    expect(said.mock.calls).toEqual([['FB.login() called before FB.init().']]);
    expect(open).not.toHaveBeenCalled();
    expect(callback).not.toHaveBeenCalled();
  });

  it.each([{}, { version: '25' }, undefined])('throws at init(%o), without a version', (given) => {
    const { sdk } = openPage();

    expect(() => sdk.init(given as object)).toThrow('init not called with valid version');
  });
});
