import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answer,
  answerWith,
  clickForPopup,
  expectSilence,
  finished,
  leaveFor,
  result,
  told,
  unanswered,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

describe('the redirect page', () => {
  test('can be the app itself, a page with forwardRedirect or the script tag, or that of the published package', async ({
    stage,
  }) => {
    const kinds = ['self', '/redirect/module', '/redirect/script', '/redirect/legacy'];
    const urlOf = (kind: string) => (kind === 'self' ? kind : stage.url('app', kind));
    const buttons = kinds.map((label) => ({
      label,
      queryParameters: { redirect_url: urlOf(label) },
    }));
    const page = await stage.openApp({ buttons });
    for (const kind of kinds) {
      const popup = await clickForPopup(page, kind);
      await answerWith(popup, `client=${encodeURIComponent(kind)}&channels=[a]`);
      await waitForClose(popup);
    }

    const results = kinds.map((client) => ({ client, channels: ['a'] }));
    expect(await stage.results(4)).toEqual(results);
    await expectSilence(stage, page);
    expect(await told(page, 'callback')).toEqual(results);
    expect(await stage.results(4)).toEqual(results);
  });

  test('can be on another origin that redirect_url and openerOrigins name', async ({ stage }) => {
    const openerOrigins = stage.origins.app;
    const buttons = ['module', 'script'].map((label) => {
      const redirect_url = stage.url('partner', `/redirect/${label}`, { openerOrigins });
      return { label, queryParameters: { redirect_url } };
    });
    const page = await stage.openApp({ buttons });
    for (const { label } of buttons) {
      const popup = await clickForPopup(page, label);
      await answerWith(popup);
      await waitForClose(popup);
    }

    expect(await stage.results(2)).toEqual([result, result]);
  });

  test('can be on another origin that redirectOrigins names, also as the published package has it', async ({
    stage,
  }) => {
    const redirectOrigins = [stage.origins.partner];
    const page = await stage.openApp({ buttons: [{ redirectOrigins }] });
    for (const kind of ['module', 'legacy']) {
      const popup = await clickForPopup(page);
      const openerOrigins = stage.origins.app;
      const address = stage.url('partner', `/redirect/${kind}`, { openerOrigins });
      await leaveFor(popup, `${address}&${answer}`);
      await waitForClose(popup);
    }

    expect(await stage.results(2)).toEqual([result, result]);
  });

  test('is not heard from an origin that the app does not name', async ({ stage }) => {
    stage.expectNoise(unanswered);
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    const openerOrigins = stage.origins.app;
    const address = stage.url('partner', '/redirect/module', { openerOrigins });
    await expectSilence(stage, page, () => leaveFor(popup, `${address}&${answer}`));

    await finished(popup).waitFor();
    expect(stage.noise(unanswered)).toHaveLength(1);
  });

  test('tells nobody whom its openerOrigins do not name', async ({ stage }) => {
    stage.expectNoise(unanswered);
    const openerOrigins = 'https://other.example';
    const redirect_url = stage.url('partner', '/redirect/script', { openerOrigins });
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
    const popup = await clickForPopup(page);
    await expectSilence(stage, page, () => answerWith(popup));

    await finished(popup).waitFor();
    expect(stage.noise(unanswered)).toHaveLength(1);
  });

  test('serves where the browser keeps no storage: the app closes the popup', async ({ stage }) => {
    await stage.context.addInitScript(() => {
      const blocked = {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      };
      Object.defineProperties(window, { sessionStorage: blocked, localStorage: blocked });
    });
    const redirect_url = 'self';
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'callback')).toEqual([result]);
  });

  test('closes on a late acknowledgement too', async ({ stage }) => {
    // Cut off from its opener, the redirect page runs in a process of its own.
    const hub = { header: 'Cross-Origin-Opener-Policy: same-origin' };
    const page = await stage.openApp({ buttons: [{ hub }] });
    const popup = await clickForPopup(page);
    // The app is busy for longer than the redirect page waits.
    await page.evaluate(() => {
      setTimeout(() => {
        const until = performance.now() + 4000;
        while (performance.now() < until);
      });
    });
    await answerWith(popup);
    await finished(popup).waitFor();
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
  });
});
