import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import {
  answerWith,
  button,
  clickForPopup,
  closeAsClient,
  eventually,
  expectSilence,
  result,
  sleep,
  told,
  waitForClose,
} from './steps';
import { countTraces, tracesOf } from './traces';

const test = testIn(sharedChromium);

describe('the client closes the popup', () => {
  test('on the hub: onCancel once, and the next click starts anew', async ({ stage }) => {
    const page = await stage.openApp();
    await closeAsClient(await clickForPopup(page));
    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(1));
    expect(await told(page, 'status')).toEqual(['open', 'cancelled']);
    await expectSilence(stage, page);

    await answerWith(await clickForPopup(page));
    expect(await stage.results()).toEqual([result]);
    expect(await told(page, 'cancel')).toHaveLength(1);
  });

  test('while the signature is fetched: onCancel, and the hub is never asked', async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 2500 }] });
    const opened = page.waitForEvent('popup');
    await button(page).click();
    const popup = await opened;
    await popup.getByText('One moment, please …').waitFor();
    await popup.close();

    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(1));
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['signing', 'cancelled']);
    expect(await stage.log('hub')).toEqual([]);
  });

  test('on the redirect page before its script ran: onCancel once, and nothing later', async ({
    stage,
  }) => {
    const redirect_url = stage.url('app', '/redirect/module', { scriptDelay: '3000' });
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await popup.waitForURL(/redirect/, { waitUntil: 'commit' });
    await closeAsClient(popup);

    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(1));
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'cancelled']);
  });

  test('is not what happens where the redirect page closes itself at once', async ({ stage }) => {
    const redirect_url = stage.url('partner', '/redirect/legacy');
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
    const popup = await clickForPopup(page);
    await sleep(800);
    await answerWith(popup);
    // The app is busy, so that it sees the closed window and the message at the same time.
    await page.evaluate(() => {
      const until = performance.now() + 600;
      while (performance.now() < until);
    });

    expect(await stage.results()).toEqual([result]);
    await expectSilence(stage, page);
    expect(await told(page, 'cancel')).toEqual([]);
  });
});

describe('the app ends the attempt', () => {
  test('close() closes the popup and is onCancel once; reset() is silent', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ hook: true }] });
    const first = await clickForPopup(page, 'Connect open');
    await button(page, 'Connect close').click();
    await waitForClose(first);
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'cancelled']);
    expect(await told(page, 'cancel')).toHaveLength(1);

    const second = await clickForPopup(page, 'Connect open');
    await button(page, 'Connect reset').click();
    await waitForClose(second);
    await expectSilence(stage, page);
    expect(await told(page, 'status')).toEqual(['open', 'cancelled', 'open', 'idle']);
    expect(await told(page, 'cancel')).toHaveLength(1);
  });

  test('timeout closes the popup and is an error once', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ timeout: 1200 }] });
    await waitForClose(await clickForPopup(page));

    await expectSilence(stage, page);
    expect(await told(page, 'error')).toEqual(['timeout']);
    expect(await told(page, 'status')).toEqual(['open', 'failed']);
  });
});

describe('no trace is left', () => {
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
