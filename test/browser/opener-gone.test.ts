import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answer,
  answerExactly,
  answerWith,
  atHub,
  clickForPopup,
  expectSilence,
  finished,
  navigate,
  unanswered,
} from './steps';

const test = testIn(sharedChromium);

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
