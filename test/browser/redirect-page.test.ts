import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answer,
  answerExactly,
  answerWith,
  atHub,
  clickForPopup,
  expectSilence,
  leaveFor,
  navigate,
  result,
  told,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

const unanswered = /the app did not answer/;

/** What the redirect page says when nobody took its result: first of all in the body. */
const finished = (page: Page) =>
  page
    .locator('body > p[role=status]:first-child')
    .filter({ hasText: /^Finished\. You can close this window\.$/ });

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

describe('without its opener', () => {
  test.for(['self', '/redirect/module', '/redirect/script'])(
    'the redirect page (%s) says that it is finished, and stays, with nothing in its address',
    async (path, { stage }) => {
      const redirect_url = path === 'self' ? path : stage.url('app', path, { keep: 'a b' });
      const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
      const popup = await clickForPopup(page);
      await page.close();
      await answerWith(popup);

      await finished(popup).waitFor();
      expect(await stage.log('callback')).toEqual([]);
      expect(await popup.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
      const { searchParams } = new URL(popup.url());
      expect([...searchParams.keys()]).toEqual(
        path === 'self' ? ['test', 'config'] : ['test', 'keep'],
      );
      if (path !== '/redirect/script') return;
      // The other scripts of the page come after ours.
      const seen = (await stage.log('load')).map(({ detail }) => detail as { address: string });
      expect(seen.at(-1)?.address).toBe(redirect_url);
    },
  );

  test('nothing is told to the site that the opener went to', async ({ stage }) => {
    stage.expectNoise(unanswered);
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await navigate(page, stage.url('attacker', '/blank'));
    await answerWith(popup);

    await finished(popup).waitFor();
    expect(await stage.log('message')).toEqual([]);
  });

  test('neither a refresh nor Back and Forward bring the result again', async ({ stage }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await page.close();
    await answerExactly(popup, answer);
    await finished(popup).waitFor();
    const address = popup.url();

    const other = await stage.openApp();
    await expectSilence(stage, other, async () => {
      await popup.reload();
      await popup.evaluate(() => history.back());
      await popup.waitForURL(atHub);
      await popup.evaluate(() => history.forward());
      await popup.waitForURL(address);
    });
    expect(await stage.log('callback')).toEqual([]);
  });
});
