import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answerWith,
  button,
  clickForPopup,
  expectSilence,
  finished,
  result,
  told,
  unanswered,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

describe('an app that is reloaded while the popup is out', () => {
  test('runs callback exactly once after that', async ({ stage }) => {
    const page = await stage.openApp();
    const popup = await clickForPopup(page);
    await page.reload();
    await page.getByRole('heading').waitFor();
    expect(await button(page).getAttribute('data-status')).toBe('open');
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'completed']);
    await page.reload();
    await expectSilence(stage, page);
    expect(await stage.results()).toEqual([result]);
  });

  test('gets the result that came while it was being loaded, once', async ({ stage }) => {
    stage.expectNoise(unanswered);
    const page = await stage.openApp({}, { scriptDelay: '2500' });
    const popup = await clickForPopup(page);
    await page.reload({ waitUntil: 'commit' });
    await answerWith(popup);
    await finished(popup).waitFor();
    await page.getByRole('heading').waitFor();

    expect(await stage.results()).toEqual([result]);
    await waitForClose(popup);
  });
});
