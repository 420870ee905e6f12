import { describe, expect, it, vi } from 'vitest';
import {
  fakeFacebookPage,
  finishData,
  pass,
  say,
  showWindow,
  watchedSignup,
} from '../helpers/fake-facebook';

const page = fakeFacebookPage();

const whole = {
  kind: 'number',
  event: 'FINISH',
  code: 'code-1',
  codeExpiresAt: expect.any(Number),
  wabaId: finishData.waba_id,
  wabaIds: [finishData.waba_id],
  phoneNumberId: finishData.phone_number_id,
  businessId: finishData.business_id,
  sessionInfo: 'complete',
  data: finishData,
};

describe('the two answers', () => {
  const gaps = [0, 1, 1000, 3000, 5000];

  it.each(gaps)('make one result when the message comes %i ms before the code', async (gap) => {
    const { signup, callback, told } = await watchedSignup();
    signup.open();
    await showWindow();
    say('FINISH', finishData);
    await pass(gap);
    expect(callback).not.toHaveBeenCalled();

    page.facebook.giveCode();
    await pass(0);

    expect(callback.mock.calls).toEqual([[whole]]);
    expect(told).toEqual([]);
  });

  it.each(gaps)('make one result when the code comes %i ms before the message', async (gap) => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    page.facebook.giveCode();
    page.popups[0]!.close();
    await pass(gap);
    say('FINISH', finishData);
    await pass(60_000);

    expect(watched.callback.mock.calls).toEqual([[whole]]);
    expect(watched.told).toEqual(['result']);
  });

  it('are waited for while the window is open, however long the client looks at its last screen', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    say('FINISH', finishData);
    await pass(3_600_000);
    expect(watched.told).toEqual([]);

    page.popups[0]!.close();
    page.facebook.giveCode();
    await pass(0);

    expect(watched.callback).toHaveBeenCalledWith(whole);
  });

  it('that come twice count once', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    page.facebook.giveCode();
    page.facebook.giveCode('code-2');
    say('FINISH', finishData);
    say('FINISH', { waba_id: '1' });
    page.facebook.giveCode('code-3');
    await pass(60_000);

    expect(watched.callback.mock.calls).toEqual([[whole]]);
  });

  it('leave no listener and no timer behind', async () => {
    const added = vi.spyOn(window, 'addEventListener');
    const { signup } = await watchedSignup();
    signup.open();
    page.facebook.giveCode();
    say('FINISH', finishData);
    await pass(0);

    const left = added.mock.calls.filter(
      ([, , options]) => !(options as AddEventListenerOptions).signal?.aborted,
    );
    expect(left).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a finished signup', () => {
  it('without a code is a result', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    say('FINISH', finishData);
    page.popups[0]!.close();
    page.facebook.answer({ status: 'unknown', authResponse: null });
    await pass(0);

    expect(watched.callback).toHaveBeenCalledWith({ ...whole, code: null, codeExpiresAt: null });
  });

  it('whose code never comes is a result some seconds after the window closed', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    await showWindow();
    say('FINISH', finishData);
    page.popups[0]!.close();
    await pass(7000);
    expect(watched.told).toEqual([]);
    await pass(1000);

    expect(watched.callback.mock.calls[0]![0].code).toBeNull();
  });

  it('whose message never comes is a result that says so', async () => {
    const watched = await watchedSignup();
    watched.signup.open();
    page.facebook.giveCode();
    await pass(6000);

    expect(watched.callback).toHaveBeenCalledWith({
      kind: 'unknown',
      event: null,
      code: 'code-1',
      codeExpiresAt: expect.any(Number),
      wabaId: null,
      wabaIds: [],
      phoneNumberId: null,
      businessId: null,
      sessionInfo: 'missing',
      data: {},
    });
  });

  it('whose time runs out meanwhile is a result', async () => {
    const watched = await watchedSignup({ timeout: 2000 });
    watched.signup.open();
    await showWindow();
    say('FINISH', finishData);
    await pass(2000);

    expect(watched.told).toEqual(['result']);
  });

  it('tells when the code ends', async () => {
    const { signup, callback } = await watchedSignup();
    signup.open();
    page.facebook.giveCode();
    const at = Date.now();
    await pass(6000);

    expect(callback.mock.calls[0]![0].codeExpiresAt).toBe(at + 30_000);
  });
});

/** What JavaScript cannot make a text of. */
const noText = { toString: 1, valueOf: 1 };

describe('each way to finish', () => {
  it.each([
    ['FINISH', 'number'],
    ['FINISH_ONLY_WABA', 'waba_only'],
    ['FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', 'coexistence'],
    ['FINISH_OBO_MIGRATION', 'obo_migration'],
    ['FINISH_GRANT_ONLY_API_ACCESS', 'api_access_only'],
    ['FINISH_SOMETHING_NEW', 'unknown'],
    ['FINISH__proto__', 'unknown'],
  ])('%s is of the kind %s', async (event, kind) => {
    const { signup, callback } = await watchedSignup();
    signup.open();
    say(event, { waba_id: '524126980791429123' });
    page.facebook.giveCode();
    await pass(0);

    expect(callback.mock.calls[0]![0]).toMatchObject({
      kind,
      event,
      wabaId: '524126980791429123',
      phoneNumberId: null,
    });
  });

  it('keeps several accounts, and keys that are new', async () => {
    const data = { waba_ids: ['11', '22', '22'], page_ids: ['3'], brand_new: { a: 1 } };
    const { signup, callback } = await watchedSignup();
    signup.open();
    say('FINISH', data);
    page.facebook.giveCode();
    await pass(0);

    expect(callback.mock.calls[0]![0]).toMatchObject({ wabaId: '11', wabaIds: ['11', '22'], data });
  });

  it.each([[2 ** 53], [1.5], ['12a'], [''], [null], [{}], [['1']], [true], [noText]])(
    'takes %j for no ID',
    async (phone_number_id) => {
      const { signup, callback } = await watchedSignup();
      signup.open();
      say('FINISH', { phone_number_id });
      page.facebook.giveCode();
      await pass(0);

      expect(callback.mock.calls[0]![0].phoneNumberId).toBeNull();
    },
  );

  it('takes an ID that came as a number, as text', async () => {
    const { signup, callback } = await watchedSignup();
    signup.open();
    say('FINISH', { waba_id: 524126980791429, phone_number_id: 106540352242922 });
    page.facebook.giveCode();
    await pass(0);

    expect(callback.mock.calls[0]![0]).toMatchObject({
      wabaId: '524126980791429',
      phoneNumberId: '106540352242922',
    });
  });

  it.each([
    ['by the option', { coexistence: true }],
    ['by an extra', { extras: { featureType: 'whatsapp_business_app_onboarding' } }],
  ])('tells that coexistence was asked for %s, and the number left the app', async (_, asked) => {
    const { signup, callback } = await watchedSignup(asked);
    signup.open();
    say('FINISH', finishData);
    page.facebook.giveCode();
    await pass(0);

    expect(callback.mock.calls[0]![0].coexistenceMismatch).toBe(true);
  });
});
