import { promisify } from 'node:util';
import { startEmbeddedSignup } from 'react-360dialog-connect/embedded-signup';
import { describe, expect, it, vi } from 'vitest';
import {
  closedSeenMs,
  fakeFacebookPage,
  finishData,
  pass,
  say,
  showWindow,
  signupIds,
  watchedSignup,
} from '../helpers/fake-facebook';

/** Lets the real clock run, or nobody would be told of a rejection. */
const realTick = promisify(setImmediate);

const page = fakeFacebookPage();

describe('one signup at a time', () => {
  it('a second click brings the window to the front', async () => {
    const { signup } = await watchedSignup();
    signup.open();
    signup.open();

    expect(page.popups).toHaveLength(1);
    expect(page.popups[0]!.focus).toHaveBeenCalledTimes(1);
  });

  it('a click brings the last screen to the front, which the client has not left yet', async () => {
    const { signup } = await watchedSignup();
    signup.open();
    await showWindow();
    say('FINISH', finishData);
    signup.open();

    expect(page.popups[0]!.focus).toHaveBeenCalledTimes(1);
    expect(page.popups).toHaveLength(1);
  });

  it('another button brings it to the front, too, and its own click is a cancel', async () => {
    const first = await watchedSignup();
    const second = await watchedSignup();
    first.signup.open();
    second.signup.open();

    expect(page.popups).toHaveLength(1);
    expect(page.popups[0]!.focus).toHaveBeenCalledTimes(1);
    expect([first.status, second.status]).toEqual(['open', 'cancelled']);
  });

  it('another button may start once the first one’s window is closed, which ends that', async () => {
    const first = await watchedSignup();
    const second = await watchedSignup();
    first.signup.open();
    await showWindow();
    page.popups[0]!.close();
    await pass(closedSeenMs);
    second.signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect([first.told, second.told]).toEqual([['cancel'], ['result']]);
  });

  it('nothing is started by itself after a cancel', async () => {
    const { signup } = await watchedSignup();
    signup.open();
    say('CANCEL');
    await pass(600_000);

    expect(page.facebook.login).toHaveBeenCalledTimes(1);
  });

  it('a click after a success starts the next one', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);
    watched.signup.open();

    expect(watched.status).toBe('open');
    expect(page.facebook.login).toHaveBeenCalledTimes(2);
  });

  it('close() closes the window and is a cancel; what comes then is not heard', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    watched.signup.close();
    watched.signup.close();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(60_000);

    expect(page.popups[0]!.closed).toBe(true);
    expect(watched.told).toEqual(['cancel']);
  });

  it('reset() leads back without a word, and forgets a late success', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    say('CANCEL');
    watched.signup.reset();
    page.facebook.giveCode();
    await pass(60_000);

    expect(watched.told).toEqual(['cancel']);
    expect(watched.status).toBe('idle');
  });

  it('an option’s signal ends it', async () => {
    const controller = new AbortController();
    const watched = await watchedSignup({ signal: controller.signal });
    watched.signup.open();
    controller.abort();
    expect(watched.told).toEqual(['cancel']);
    watched.signup.open();

    expect(watched.told).toEqual(['cancel', 'cancel']);
    expect(page.popups).toHaveLength(1);
  });

  it('a signal that was replaced meanwhile ends its own signup, and no later one', async () => {
    const first = new AbortController();
    const watched = await watchedSignup({ signal: first.signal });
    watched.signup.open();
    watched.signup.update({ ...signupIds, callback: watched.callback });
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);
    watched.signup.open();
    first.abort();

    expect(watched.status).toBe('open');
  });

  it('a signal also ends the signup that took the place of an uncertain one', async () => {
    const controller = new AbortController();
    const watched = await watchedSignup({ signal: controller.signal });
    watched.signup.open();
    await showWindow();
    page.popups[0]!.close();
    await pass(closedSeenMs);
    watched.signup.open();
    controller.abort();

    expect(watched.told).toEqual(['cancel', 'cancel']);
    expect(page.popups[1]!.closed).toBe(true);
  });

  it.each(['close', 'reset'] as const)('%s() lets go of the signal', async (verb) => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { signup } = await watchedSignup({ signal });
    signup.open();
    signup[verb]();

    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });

  it.each([
    ['close', ['cancel'], 'cancelled'],
    ['reset', [], 'idle'],
  ] as const)('%s() of who is told that it is open opens no window', async (verb, told, status) => {
    const watched = await watchedSignup();
    watched.signup.subscribe(() => {
      if (watched.status === 'open') watched.signup[verb]();
    });
    watched.signup.open();

    expect(page.popups).toEqual([]);
    expect([watched.told, watched.status]).toEqual([told, status]);
  });

  it('always the newest callback is told', async () => {
    const watched = await watchedSignup();
    const newest = vi.fn();
    watched.signup.open();
    watched.signup.update({ ...signupIds, callback: newest });
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect(newest).toHaveBeenCalledTimes(1);
    expect(watched.callback).not.toHaveBeenCalled();
  });

  it('each status is told once, in order', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    expect(watched.statuses).toEqual(['loading', 'ready', 'open', 'completed']);
  });
});

describe('startEmbeddedSignup', () => {
  it('resolves to the result', async () => {
    await watchedSignup();
    const { result, getSnapshot } = startEmbeddedSignup(signupIds);
    expect(getSnapshot().status).toBe('open');
    page.facebook.giveCode();
    say('FINISH_ONLY_WABA', { waba_id: '1' });

    expect(await result).toMatchObject({ kind: 'waba_only', wabaId: '1' });
  });

  it('resolves to null after a cancel, and a late success reaches subscribe', async () => {
    await watchedSignup();
    const started = startEmbeddedSignup(signupIds);
    const listener = vi.fn();
    started.subscribe(listener);
    say('CANCEL');
    expect(await started.result).toBeNull();
    page.facebook.giveCode();
    await pass(6000);

    expect(started.getSnapshot().status).toBe('completed');
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('resolves to null while another one of the page is running', async () => {
    await watchedSignup();
    const first = startEmbeddedSignup(signupIds);
    const second = startEmbeddedSignup(signupIds);

    expect(await second.result).toBeNull();
    first.close();
    expect(await first.result).toBeNull();
  });

  it('leaves a result that nobody reads alone: `subscribe` tells, too', async () => {
    const unhandled = vi.fn();
    process.once('unhandledRejection', unhandled);

    const started = startEmbeddedSignup({ ...signupIds, appId: '' });
    await realTick();

    expect(started.getSnapshot().error?.code).toBe('invalid_options');
    expect(unhandled).not.toHaveBeenCalled();
    process.off('unhandledRejection', unhandled);
  });

  it('rejects with the typed error, also for options', async () => {
    await expect(startEmbeddedSignup({ ...signupIds, appId: '' }).result).rejects.toMatchObject({
      name: 'EmbeddedSignupError',
      code: 'invalid_options',
    });
  });

  it('is cancelled by its signal', async () => {
    await watchedSignup();
    const controller = new AbortController();
    const { result } = startEmbeddedSignup({ ...signupIds, signal: controller.signal });
    controller.abort();

    expect(await result).toBeNull();
  });
});
