import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Stage, sharedChromium, testIn } from './stage';
import {
  answerWith,
  atHub,
  button,
  clickForPopup,
  eventually,
  expectSilence,
  holdSignatures,
  result,
  sleep,
  told,
  waitForClose,
} from './steps';

const test = testIn(sharedChromium);

/** Clicks, and waits until the popup shows the holding page. */
async function clickForHoldingPage(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await button(page).click();
  const popup = await opened;
  await popup.getByText('Please wait.').waitFor();
  return popup;
}

const hubRequests = (stage: Stage) => stage.log('hub', 'hub');

describe.concurrent('a signature that is fetched in the click', () => {
  test('goes to the hub once, after a holding page; a second attempt fetches anew', async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 0 }] });
    const letSign = await holdSignatures(stage);
    const popup = await clickForHoldingPage(page);
    expect(await popup.title()).toBe('Please wait.');
    letSign();
    await popup.waitForURL(atHub);
    await answerWith(popup);
    await stage.results();
    await waitForClose(popup);
    await answerWith(await clickForPopup(page));

    expect(await stage.results(2)).toEqual([result, result]);
    expect(await stage.log('signature')).toHaveLength(2);
    const asked = await hubRequests(stage);
    expect(asked.map(({ detail }) => (detail as { io_signature: string }).io_signature)).toEqual([
      'e19a',
      'e19a',
    ]);
    expect(await told(page, 'status')).toEqual([
      ...['signing', 'open', 'completed'],
      ...['signing', 'open', 'completed'],
    ]);
  });

  test('is asked for once by a double click, which makes one popup', async ({ stage }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 400 }] });
    await button(page).dblclick();
    await eventually(async () => expect(await hubRequests(stage)).toHaveLength(1));

    expect(await stage.log('signature')).toHaveLength(1);
    expect(stage.context.pages()).toHaveLength(2);
  });

  test('shows its own holding text, as text', async ({ stage }) => {
    const holdingText = 'Einen Moment <b>bitte</b>';
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 0, holdingText }] });
    const letSign = await holdSignatures(stage);
    const opened = page.waitForEvent('popup');
    await button(page).click();

    await (await opened).getByText(holdingText).waitFor();
    letSign();
  });

  test('is not waited for when the client closes the popup: cancelled, aborted, hub not asked', async ({
    stage,
  }) => {
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 3000 }] });
    const popup = await clickForHoldingPage(page);
    await popup.close();
    const closedAt = Date.now();
    await eventually(async () => expect(await told(page, 'cancel')).toHaveLength(1));
    expect(Date.now() - closedAt).toBeLessThan(2500);
    await eventually(async () => expect(await stage.log('signature aborted')).toHaveLength(1));

    await expectSilence(stage, page, () => sleep(1500));
    expect(await told(page, 'status')).toEqual(['signing', 'cancelled']);
    expect(await hubRequests(stage)).toEqual([]);
  });

  test("leaves the page after it was fetched with display 'redirect'", async ({ stage }) => {
    const page = await stage.openApp({
      buttons: [
        { signatureDelayMs: 300, display: 'redirect', queryParameters: { redirect_url: 'self' } },
      ],
    });
    await button(page).click();
    await page.waitForURL(atHub);
    expect(new URL(page.url()).searchParams.get('io_signature')).toBe('e19a');
    await answerWith(page);

    expect(await stage.results()).toEqual([result]);
  });

  test.for([
    ['an error', 'status=500'],
    ['a refusal', 'status=403'],
    ['a login page', 'body=<p>Log in</p>&type=text/html'],
    ['a login page elsewhere', 'location=/blank'],
    ['an empty answer', 'body='],
    ['null', 'body=null'],
    ['an empty signature', 'body={"io_signature":"","io_timestamp":1775653748}'],
    ['no timestamp', 'body={"io_signature":"ab"}'],
    ['milliseconds', 'body={"io_signature":"ab","io_timestamp":1775653748000}'],
    ['wrong types', 'body={"io_signature":1,"io_timestamp":true}'],
  ])(
    'fails with %s: popup closed, hub not asked, a retry fetches anew',
    async ([, query], { stage }) => {
      stage.expectNoise(/Failed to load resource|Fetch API cannot load/);
      const page = await stage.openApp({
        buttons: [{ signatureDelayMs: 50, signatureQuery: query as string }],
      });
      for (const attempt of [1, 2]) {
        const opened = page.waitForEvent('popup');
        await button(page).click();
        await waitForClose(await opened);
        await eventually(async () => expect(await told(page, 'error')).toHaveLength(attempt));
      }

      expect(await told(page, 'error')).toEqual(['signature_failed', 'signature_failed']);
      expect(await told(page, 'status')).toEqual(['signing', 'failed', 'signing', 'failed']);
      expect(await stage.log('signature')).toHaveLength(2);
      expect(await hubRequests(stage)).toEqual([]);
    },
  );

  test('fails when the network is down', async ({ stage }) => {
    stage.expectNoise(/ERR_INTERNET_DISCONNECTED/);
    const page = await stage.openApp({ buttons: [{ signatureDelayMs: 0 }] });
    await stage.context.setOffline(true);
    const opened = page.waitForEvent('popup');
    await button(page).click();
    await waitForClose(await opened);
    await stage.context.setOffline(false);

    expect(await told(page, 'error')).toEqual(['signature_failed']);
    expect(await hubRequests(stage)).toEqual([]);
  });
});

describe('a signature in queryParameters', () => {
  test('is sent as given, once; the next open() fails without a popup', async ({ stage }) => {
    const queryParameters = { io_signature: 'given', io_timestamp: '1775653748' };
    const page = await stage.openApp({ buttons: [{ queryParameters }] });
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await stage.results();
    await waitForClose(popup);
    await button(page).click();

    await eventually(async () => expect(await told(page, 'error')).toEqual(['signature_failed']));
    expect((await hubRequests(stage)).map(({ detail }) => detail)).toEqual([
      expect.objectContaining(queryParameters),
    ]);
    expect(stage.context.pages()).toHaveLength(1);
  });
});
