import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answerExactly,
  answerWith,
  clickForPopup,
  eventually,
  expectSilence,
  navigate,
  result,
  told,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

describe.concurrent('the result', () => {
  test('reaches the opener once, which stays loaded and keeps its address and what is typed in it', async ({
    stage,
  }) => {
    const page = await stage.openApp();
    const address = page.url();
    await page.getByLabel('Note').fill('half a sentence');

    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await told(page, 'callback')).toEqual([result]);
    expect(await stage.loads(page)).toBe(1);
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Note').inputValue()).toBe('half a sentence');
  });

  test('comes from another origin, whose page has the script’s text in itself', async ({
    stage,
  }) => {
    const redirect_url = stage.url('partner', '/redirect/script', {
      inline: 'yes',
      openerOrigins: stage.origins.app,
    });
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });

    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
  });

  test('is still awaited after a redirect without one, and the mark stays', async ({ stage }) => {
    stage.expectNoise(/Cross-Origin-Opener-Policy/);
    const hub = { header: 'Cross-Origin-Opener-Policy: same-origin' };
    const page = await stage.openApp({ buttons: [{ hub }] });
    const popup = await clickForPopup(page);
    const address = popup.url();
    await expectSilence(stage, page, () => answerExactly(popup, 'client=oaY9LLfUCL'));

    await navigate(popup, address);
    await answerWith(popup);

    expect(await stage.results()).toEqual([result]);
  });
});

describe.concurrent('state', () => {
  test("travels byte for byte, and the library's own is not shown", async ({ stage }) => {
    const state = 'a b+c&d=e%20f%#"\'<é>😀\\';
    const buttons = [{ label: 'Mine', queryParameters: { state } }, { label: 'None' }];
    const page = await stage.openApp({ buttons });
    await answerWith(await clickForPopup(page, 'Mine'));
    expect(await stage.results()).toEqual([{ ...result, state }]);

    await answerWith(await clickForPopup(page, 'None'));
    expect(await stage.results(2)).toEqual([{ ...result, state }, result]);
    const sent = (await stage.log('hub')).map(({ detail }) => (detail as { state: string }).state);
    expect(sent).toEqual([state, expect.stringMatching(/^.{20,}$/)]);
  });

  test('counts with a bare +, and is not missed where it does not come back', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ queryParameters: { state: 'a+b' } }] });
    await answerExactly(await clickForPopup(page), 'client=oaY9LLfUCL&channels=[]&state=a+b');
    await stage.results(1);
    await answerExactly(await clickForPopup(page), 'client=oaY9LLfUCL&channels=[]');

    const plain = { client: 'oaY9LLfUCL', channels: [] };
    expect(await stage.results(2)).toEqual([{ ...plain, state: 'a+b' }, plain]);
  });

  test('that comes back different is a state_mismatch, once', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ queryParameters: { state: 'a+b' } }] });
    const others = ['other', 'A%2BB', 'a%20b%20'];
    for (const other of others) {
      const popup = await clickForPopup(page);
      await answerExactly(popup, `client=oaY9LLfUCL&channels=[]&state=${other}`);
      await waitForClose(popup);
    }

    await expectSilence(stage, page);
    await eventually(async () =>
      expect(await told(page, 'error')).toEqual(others.map(() => 'state_mismatch')),
    );
    expect(await stage.log('callback')).toEqual([]);
  });
});
