import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import { answer, button, expectSilence, result, told } from './steps';

const test = testIn(sharedChromium);
const hint = /360dialog-connect: .*allowUnsolicited/;

describe('a link that no attempt asked for', () => {
  test('is one callback with allowUnsolicited, which cleans the address only of it', async ({
    stage,
  }) => {
    const app = {
      buttons: [
        { label: 'Not' },
        { label: 'A', allowUnsolicited: true },
        { label: 'B', allowUnsolicited: true },
      ],
    };
    // Of the first button.
    stage.expectNoise(hint);
    const link = stage.appUrl(app, { tab: 'link', 'utm source': 'a b' });
    const page = await stage.open(`${link}&${answer}&state=theirs#part`);

    expect(await stage.results()).toEqual([{ ...result, state: 'theirs' }]);
    await expectSilence(stage, page);
    expect(page.url()).toBe(`${link}#part`);
    expect(await button(page, 'A').getAttribute('data-status')).toBe('completed');
    await page.reload();
    await expectSilence(stage, page);
    expect(await stage.results()).toHaveLength(1);
  });

  test('is told to the developer once, in a development build', async ({ stage }) => {
    stage.expectNoise(hint);
    const page = await stage.open(`${stage.appUrl({}, { tab: 'link' })}&${answer}`);
    await expectSilence(stage, page);

    expect(stage.noise(hint)).toHaveLength(1);
    expect(await told(page, 'status')).toEqual([]);
  });
});
