import { describe, expect, it, vi } from 'vitest';
import {
  closedSeenMs,
  fakeFacebookPage,
  finishData,
  pass,
  say,
  showWindow,
  watchedSignup,
} from '../helpers/fake-facebook';

const page = fakeFacebookPage();
const nothing = { status: 'unknown', authResponse: null };

describe('a window that was closed', () => {
  it('is uncertain first, then a cancel', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.popups[0]!.close();
    await pass(closedSeenMs);
    expect(watched.signup.getSnapshot()).toMatchObject({ status: 'open', uncertain: true });

    await pass(6000);

    expect(watched.told).toEqual(['cancel']);
    expect(watched.onCancel).toHaveBeenCalledWith({});
  });

  it('is uncertain, too, when only the SDK says so', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.facebook.answer(nothing);
    expect(watched.signup.getSnapshot().uncertain).toBe(true);
    await pass(6000);

    expect(watched.told).toEqual(['cancel']);
  });

  it.each([0, 3000, 5000, 60_000])('may be a success that comes %i ms later', async (ms) => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.popups[0]!.close();
    await pass(closedSeenMs + ms);
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect(watched.told).toContain('result');
    expect(watched.status).toBe('completed');
  });

  it('makes room for a click, which starts anew', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.popups[0]!.close();
    await pass(closedSeenMs);
    watched.signup.open();

    expect(page.facebook.login).toHaveBeenCalledTimes(2);
    expect(watched.status).toBe('open');
  });
});

describe('what Meta tells of an end without success', () => {
  it('names the screen that the client left', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    say('CANCEL', { current_step: 'PHONE_NUMBER_SETUP' });

    expect(watched.onCancel).toHaveBeenCalledWith({ currentStep: 'PHONE_NUMBER_SETUP' });
    expect(watched.signup.getSnapshot().currentStep).toBe('PHONE_NUMBER_SETUP');
    await pass(60_000);
    expect(watched.told).toEqual(['cancel']);
  });

  it.each([
    [
      'in data',
      'CANCEL',
      {
        error_message: 'No. +49 30',
        error_code: 524126,
        session_id: 'abc',
        timestamp: '1730000000',
      },
      {},
    ],
    [
      'in an older form',
      'CANCEL',
      { error_message: 'x', error_id: '524126', session_id: 'abc', timestamp: 1730000000 },
      {},
    ],
    [
      'beside data',
      'CANCEL',
      {},
      { error_message: 'x', error_code: 524126, session_id: 'abc', timestamp: 1730000000 },
    ],
    [
      'as ERROR',
      'ERROR',
      { error_message: 'x', error_code: 524126, session_id: 'abc', timestamp: 1730000000 },
      {},
    ],
    [
      'as error',
      'error',
      { error_message: 'x', error_code: 524126, session_id: 'abc', timestamp: 1730000000 },
      {},
    ],
  ])('is an error with what support asks for: %s', async (_, event, data, more) => {
    const watched = await watchedSignup();
    watched.signup.open();
    say(event, data, more);

    expect(watched.told).toEqual(['reported_by_meta']);
    const [error] = watched.onError.mock.calls[0]!;
    expect(error.report).toEqual({ code: '524126', sessionId: 'abc', timestamp: '1730000000' });
    expect(`${error.message}${error.stack}`).not.toContain('+49');
  });

  it('does not undo a success', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    say('FINISH', finishData);
    say('CANCEL', { current_step: 'PERMISSIONS' });
    page.facebook.giveCode();
    await pass(0);

    expect(watched.told).toEqual(['result']);
  });

  it('is nothing where the kind is new, though the app hears of it', async () => {
    const onEvent = vi.fn();
    const watched = await watchedSignup({ onEvent });
    watched.signup.open();
    say('PROGRESS', { step: 3 });
    await pass(60_000);

    expect(watched.status).toBe('open');
    expect(onEvent.mock.calls).toEqual([
      [{ type: 'WA_EMBEDDED_SIGNUP', event: 'PROGRESS', version: 3, data: { step: 3 } }],
    ]);
  });
});

describe('a run ends with a reason', () => {
  it('popup_blocked when the browser opens no window', async () => {
    const watched = await watchedSignup();
    vi.stubGlobal('open', () => null);
    watched.signup.open();

    expect(watched.told).toEqual(['popup_blocked']);
  });

  it('sdk_blocked when the SDK asks for no window', async () => {
    const watched = await watchedSignup();
    page.facebook.login.mockImplementation(() => {});
    watched.signup.open();
    await pass(6000);

    expect(watched.told).toEqual(['sdk_blocked']);
  });

  it('none when the SDK knows the session, and answers without a window', async () => {
    const watched = await watchedSignup();
    page.facebook.login.mockImplementation((callback) => {
      setTimeout(() => callback({ authResponse: { code: 'code-1' } }), 2000);
    });
    watched.signup.open();
    await pass(8000);

    expect(watched.told).toEqual(['result']);
  });

  it('sdk_not_ready when the SDK throws, and keeps why', async () => {
    const watched = await watchedSignup();
    const cause = new Error('Expression is of type asyncfunction, not function');
    page.facebook.login.mockImplementation(() => {
      throw cause;
    });
    watched.signup.open();

    expect(watched.told).toEqual(['sdk_not_ready']);
    expect(watched.onError.mock.calls[0]![0].cause).toBe(cause);
  });

  it('no_answer when Meta says connected and hands nothing back', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.facebook.answer({ status: 'connected', authResponse: { accessToken: 'x' } });
    await pass(6000);

    expect(watched.told).toEqual(['no_answer']);
  });

  it('no_answer when the browser cuts the window off', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    page.popups[0]!.sever();
    await pass(closedSeenMs + 6000);

    expect(watched.told).toEqual(['no_answer']);
  });

  it('timeout when the app has set one', async () => {
    const watched = await watchedSignup({ timeout: 5000 });
    watched.signup.open();
    await pass(5000);

    expect(watched.told).toEqual(['timeout']);
    expect(page.popups[0]!.closed).toBe(true);
  });

  it('no_answer after half an hour where the page lets nobody see windows', async () => {
    const watched = await watchedSignup();
    const { open } = window;
    Object.defineProperty(window, 'open', { get: () => open, set: () => {}, configurable: true });
    watched.signup.open();
    await pass(1_800_000 + 6000);
    Object.defineProperty(window, 'open', { value: open, writable: true, configurable: true });

    expect(watched.told).toEqual(['no_answer']);
  });

  it('a result some seconds after the message where nobody sees the window', async () => {
    const watched = await watchedSignup();
    vi.stubGlobal('open', () => undefined);
    watched.signup.open();
    say('FINISH', finishData);
    await pass(6000);

    expect(watched.told).toEqual(['result']);
  });
});

it('window.open is the page’s own again, whatever the SDK does', async () => {
  const { open } = window;
  const watched = await watchedSignup();
  watched.signup.open();
  expect(window.open).toBe(open);
  watched.signup.reset();
  page.facebook.login.mockImplementation(() => {
    throw new Error('refused');
  });
  watched.signup.open();

  expect(window.open).toBe(open);
});
