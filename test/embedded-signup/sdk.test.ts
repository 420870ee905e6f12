import { startEmbeddedSignup } from 'react-360dialog-connect/embedded-signup';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  FakeFacebook,
  facebookPage,
  fakeFacebookPage,
  pass,
  signupIds,
  watchedSignup,
} from '../helpers/fake-facebook';

const page = fakeFacebookPage();
const ours = 'https://connect.facebook.net/en_US/sdk.js';
const tags = () => Array.from(document.scripts).filter(({ src }) => src.includes('/sdk.js'));
const asyncInit = () => (facebookPage().fbAsyncInit as () => void)();

/** The SDK has loaded: it puts itself on the page, and calls the page. */
function arrive(sdk: unknown = page.facebook): void {
  facebookPage().FB = sdk;
  asyncInit();
}

describe('an SDK that is on the page already', () => {
  it('is set up once, whoever asks for it', async () => {
    const first = await watchedSignup();
    const second = await watchedSignup();

    expect([first.status, second.status]).toEqual(['ready', 'ready']);
    expect(page.facebook.init.mock.calls).toEqual([
      [{ appId: signupIds.appId, version: 'v25.0', xfbml: false, autoLogAppEvents: true }],
    ]);
    expect(tags()).toEqual([]);
  });

  it('opens its window in the very first click, which nothing came before', async () => {
    const started = startEmbeddedSignup(signupIds);
    expect(page.popups).toHaveLength(1);
    started.close();

    expect(await started.result).toBeNull();
  });

  it('is not blamed where the browser refuses the window of the very first click', async () => {
    vi.stubGlobal('open', () => null);
    const { result } = startEmbeddedSignup(signupIds);

    await expect(result).rejects.toMatchObject({ code: 'popup_blocked' });
  });

  it('that refuses to be set up is not ready, and says why', async () => {
    const cause = new Error('init not called with valid version');
    page.facebook.init.mockImplementation(() => {
      throw cause;
    });
    const { result } = startEmbeddedSignup(signupIds);

    await expect(result).rejects.toMatchObject({ code: 'sdk_not_ready', cause });
  });

  it('that is set up for another app is refused, and left as it is', async () => {
    await watchedSignup();
    const other = await watchedSignup({ appId: '999' });
    other.signup.open();

    expect(other.told).toEqual(['invalid_options']);
    expect(other.onError.mock.calls[0]![0].message).toContain('set up for another app');
    expect(page.facebook.init).toHaveBeenCalledTimes(1);
  });
});

describe('an SDK that is not there yet', () => {
  beforeEach(() => {
    delete facebookPage().FB;
  });

  it('is loaded once for all, with language and nonce', async () => {
    const first = await watchedSignup({ locale: 'pt_BR', nonce: 'n1' });
    const second = await watchedSignup();
    expect([first.status, second.status]).toEqual(['loading', 'loading']);
    expect(
      tags().map(({ src, nonce, async, crossOrigin }) => [src, nonce, async, crossOrigin]),
    ).toEqual([['https://connect.facebook.net/pt_BR/sdk.js', 'n1', true, 'anonymous']]);
    arrive();
    await pass(0);

    expect([first.status, second.status]).toEqual(['ready', 'ready']);
    expect(page.facebook.init).toHaveBeenCalledTimes(1);
  });

  it('opens its window in the click, once it was preloaded', async () => {
    const { signup } = await watchedSignup();
    arrive();
    await pass(0);
    signup.open();

    expect(page.popups).toHaveLength(1);
  });

  it('is waited for by a click while the browser still allows windows', async () => {
    const watched = await watchedSignup({ preload: 'none' });
    watched.signup.open();
    watched.signup.open();
    expect(watched.status).toBe('loading');
    arrive();
    await pass(0);

    expect(watched.status).toBe('open');
    expect(page.facebook.login).toHaveBeenCalledTimes(1);
  });

  it('comes too late for a click when the browser says so; the next one works', async () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false } });
    const watched = await watchedSignup();
    watched.signup.open();
    arrive();
    await pass(0);
    expect(watched.told).toEqual(['sdk_not_ready']);
    watched.signup.open();

    expect(watched.status).toBe('open');
  });

  it('comes too late for a click when its window is refused', async () => {
    vi.stubGlobal('open', () => null);
    const watched = await watchedSignup();
    watched.signup.open();
    arrive();
    await pass(0);

    expect(watched.told).toEqual(['sdk_not_ready']);
  });

  it.each(['close', 'reset'] as const)('opens nothing after %s()', async (verb) => {
    const watched = await watchedSignup();
    watched.signup.open();
    watched.signup[verb]();
    arrive();
    await pass(0);

    expect(page.popups).toEqual([]);
    expect(watched.told).toEqual(verb === 'close' ? ['cancel'] : []);
  });

  it('is waited for anew where onCancel opens again', async () => {
    const watched = await watchedSignup();
    watched.onCancel.mockImplementationOnce(() => watched.signup.open());
    watched.signup.open();
    watched.signup.close();
    expect(watched.status).toBe('loading');
    arrive();
    await pass(0);

    expect(watched.status).toBe('open');
  });

  it('that fails to load is told at a click only, which tries again', async () => {
    const watched = await watchedSignup();
    tags()[0]!.dispatchEvent(new Event('error'));
    await pass(0);
    expect([watched.status, watched.told, tags()]).toEqual(['idle', [], []]);

    watched.signup.open();
    tags()[0]!.dispatchEvent(new Event('error'));
    await pass(0);
    expect(watched.told).toEqual(['sdk_blocked']);

    watched.signup.open();
    arrive();
    await pass(0);
    expect(watched.status).toBe('open');
  });

  it('that never comes is blocked after some seconds', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await pass(8000);

    expect(watched.told).toEqual(['sdk_blocked']);
    expect(facebookPage().fbAsyncInit).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['has no login', { init() {} }],
    ['is empty', {}],
    ['only notes calls', Object.assign(new FakeFacebook(), { __buffer: {} })],
  ])('whose surrogate %s is blocked', async (_, surrogate) => {
    const watched = await watchedSignup();
    watched.signup.open();
    arrive(surrogate);
    await pass(8000);

    expect(watched.told).toEqual(['sdk_blocked']);
  });

  it('is found though the page has put its own fbAsyncInit in the place of ours', async () => {
    const watched = await watchedSignup();
    facebookPage().fbAsyncInit = () => {};
    arrive();
    await pass(100);

    expect(watched.status).toBe('ready');
  });
});

describe('the page’s own fbAsyncInit', () => {
  beforeEach(() => {
    delete facebookPage().FB;
  });

  it.each([
    [signupIds.appId, 'ready', 1],
    ['999', 'idle', 1],
  ])('runs, and sets the SDK up for app %s', async (appId, status, inits) => {
    const own = vi.fn(() => page.facebook.init({ appId }));
    facebookPage().fbAsyncInit = own;
    const watched = await watchedSignup();
    arrive();
    await pass(0);

    expect(own).toHaveBeenCalledTimes(1);
    expect(watched.status).toBe(status);
    expect(page.facebook.init).toHaveBeenCalledTimes(inits);
    expect(facebookPage().fbAsyncInit).toBe(own);
  });

  it('goes first though the SDK is on the page some moments before it calls', async () => {
    facebookPage().fbAsyncInit = () => page.facebook.init({ appId: '999' });
    const watched = await watchedSignup();
    await pass(49);
    facebookPage().FB = page.facebook;
    await pass(1);
    asyncInit();
    await pass(1000);

    expect(page.facebook.init.mock.calls).toEqual([[{ appId: '999' }]]);
    expect(watched.status).toBe('idle');
  });

  it('that throws keeps nobody from the SDK', async () => {
    facebookPage().fbAsyncInit = () => {
      throw new Error('its own');
    };
    const watched = await watchedSignup();
    expect(arrive).toThrow('its own');
    await pass(0);

    expect(watched.status).toBe('ready');
  });
});

describe('somebody else’s tag', () => {
  beforeEach(() => {
    delete facebookPage().FB;
    const tag = document.createElement('script');
    tag.src = 'https://connect.facebook.net/de_DE/sdk.js#xfbml=1';
    document.head.append(tag);
  });

  it('is waited for', async () => {
    const watched = await watchedSignup();
    arrive();
    await pass(0);

    expect(watched.status).toBe('ready');
    expect(tags()).toHaveLength(1);
  });

  it('is replaced when it fails, and when it seems dead', async () => {
    const watched = await watchedSignup();
    await pass(4000);
    expect(tags().map(({ src }) => src)).toEqual([ours]);
    arrive();
    await pass(0);

    expect(watched.status).toBe('ready');
  });

  it('is replaced at once when it fails', async () => {
    await watchedSignup();
    tags()[0]!.dispatchEvent(new Event('error'));

    expect(tags().map(({ src }) => src)).toEqual([ours]);
    await pass(8000);
  });
});
