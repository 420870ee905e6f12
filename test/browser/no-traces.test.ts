import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answerWith,
  button,
  clickForPopup,
  closeAsClient,
  eventually,
  told,
  waitForClose,
} from './steps';
import { countTraces, tracesOf } from './traces';

const test = testIn(sharedChromium);

describe.concurrent('no trace is left', () => {
  test('of 20 attempts, completed and cancelled', async ({ stage }) => {
    await stage.context.addInitScript(countTraces);
    const page = await stage.openApp({ buttons: [{ hook: true }] });
    const before = await tracesOf(page);
    for (let count = 1; count <= 10; count += 1) {
      await answerWith(await clickForPopup(page, 'Connect open'));
      await stage.results(count);
      const popup = await clickForPopup(page, 'Connect open');
      await button(page, 'Connect close').click();
      await waitForClose(popup);
    }

    expect(await told(page, 'callback')).toHaveLength(10);
    expect(await told(page, 'cancel')).toHaveLength(10);
    expect(await tracesOf(page)).toEqual(before);
  });

  test('of windows that were closed, but that five of them may still bring a result', async ({
    stage,
  }) => {
    await stage.context.addInitScript(countTraces);
    const labels = ['1', '2', '3', '4', '5', '6', '7'];
    const page = await stage.openApp({ buttons: labels.map((label) => ({ label })) });
    const before = await tracesOf(page);
    const popups = [];
    for (const label of labels) popups.push(await clickForPopup(page, label));
    await Promise.all(popups.map(closeAsClient));
    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(7));

    const after = await tracesOf(page);
    const kept = ['message', 'storage'].flatMap((type) => Array<string>(5).fill(type));
    const listeners = [...before.listeners, ...kept].sort();
    expect(after).toEqual({ ...before, channels: 5, listeners });
  });
});
