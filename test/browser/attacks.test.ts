import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answer,
  answerWith,
  atHub,
  clickForPopup,
  expectSilence,
  leaveFor,
  openFrom,
  result,
  sleep,
  told,
  unanswered,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

const forged = 'client=FORGED&channels=[FORGEDCH]';

describe.concurrent('a window that somebody else opened', () => {
  test('tells an attacker nothing of the result in its address, and stays open', async ({
    stage,
  }) => {
    stage.expectNoise(unanswered);
    const attacker = await stage.open(stage.url('attacker', '/blank'));
    const openerOrigins = stage.origins.partner;
    const victims = [
      stage.appUrl(),
      stage.url('app', '/redirect/module'),
      stage.url('app', '/redirect/script'),
      stage.url('app', '/redirect/script', { openerOrigins }),
    ];
    const windows = [];
    for (const victim of victims) windows.push(await openFrom(attacker, `${victim}&${answer}`));
    await sleep(1900);

    expect(await stage.log('message')).toEqual([]);
    expect(windows.map((page) => page.isClosed())).toEqual(victims.map(() => false));
    expect(await stage.log('callback')).toEqual([]);
  });

  test.for(['attacker', 'app'] as const)(
    'stays open and works when it is the app (opened by a page of the %s)',
    async (origin, { stage }) => {
      const other = await stage.open(stage.url(origin, '/blank'));
      const page = await openFrom(other, stage.appUrl());
      await expectSilence(stage, page);
      await answerWith(await clickForPopup(page));

      expect(await stage.results()).toEqual([result]);
      expect(await stage.log('message')).toEqual([]);
    },
  );

  test('cannot squat the name of the popup', async ({ stage }) => {
    const attacker = await stage.open(stage.url('attacker', '/blank'));
    const squatters = [];
    for (const name of ['360dialog-connect', 'connect-360dialog']) {
      squatters.push(await openFrom(attacker, stage.url('app', '/blank'), name));
    }
    const page = await openFrom(attacker, stage.appUrl(), 'app');
    await answerWith(await clickForPopup(page));

    expect(await stage.results()).toEqual([result]);
    for (const squatter of squatters) {
      expect(squatter.url()).toBe(stage.url('app', '/blank'));
      const stored = await squatter.evaluate(() => sessionStorage.length + localStorage.length);
      expect(stored).toBe(0);
    }
    expect(await stage.log('message')).toEqual([]);
  });

  test('from inside our popup is not heard, though it goes to the redirect page, while the popup is open', async ({
    stage,
  }) => {
    stage.expectNoise(unanswered);
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    const child = await openFrom(popup, stage.url('hub', '/blank'));
    await sleep(800);
    await expectSilence(stage, page, () =>
      leaveFor(child, `${stage.url('app', '/redirect/module')}&${forged}`),
    );
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'error')).toEqual([]);
  });
});

describe.concurrent('a link with a result', () => {
  test('does nothing, cold', async ({ stage }) => {
    const address = `${stage.appUrl({}, { tab: 'cold' })}&${forged}`;
    const page = await stage.open(address);
    await expectSilence(stage, page);

    expect(page.url()).toBe(address);
    expect(await told(page, 'status')).toEqual([]);
  });

  test('does nothing while an attempt is pending in another tab, with the right state neither', async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ queryParameters: { state: 'guessable' } }] });
    const popup = await clickForPopup(page);
    const attacker = await stage.open(stage.url('attacker', '/blank'));
    const link = `${forged}&state=guessable`;
    await expectSilence(stage, page, async () => {
      await stage.open(`${stage.appUrl()}&${link}`);
      await stage.open(`${stage.url('app', '/redirect/module')}&${link}`);
      await openFrom(attacker, `${stage.url('app', '/redirect/script')}&${link}`);
    });
    expect(await stage.log('callback')).toEqual([]);
    await answerWith(popup);

    expect(await stage.results()).toEqual([{ ...result, state: 'guessable' }]);
    await waitForClose(popup);
  });

  test('does nothing in the tab of the attempt itself, nor after it', async ({ stage }) => {
    const app = stage.appUrl({}, { tab: 'own' });
    const page = await stage.open(app);
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await stage.results();
    await leaveFor(page, `${app}&${forged}`);
    await page.waitForURL(/FORGED/);
    await expectSilence(stage, page);

    expect(await stage.results()).toEqual([result]);
  });

  test('does nothing in a tab that was opened from the app', async ({ stage }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await popup.waitForURL(atHub);
    const child = await openFrom(page, `${stage.appUrl({}, { tab: 'child' })}&${forged}`);
    await expectSilence(stage, page);

    expect(await told(child, 'status')).toEqual([]);
    expect(child.isClosed()).toBe(false);
    expect(await child.evaluate(() => sessionStorage.length)).toBe(0);
  });
});
