import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Stage, sharedChromium, testIn } from './stage';
import { answerWith, clickForPopup, eventually, result, waitForClose } from './steps';

const test = testIn(sharedChromium);

/** The console tells of each thing that a policy stops. */
const violations = (stage: Stage) => stage.noise(/Content Security Policy|Content-Security-Policy/);

const openAppWith = (stage: Stage, redirect_url: string, redirectOrigins: string[] = []) =>
  stage.openApp({ buttons: [{ queryParameters: { redirect_url }, redirectOrigins }] });

const statusIn = (popup: Page) => popup.getByRole('status').textContent();

describe('a redirect page that imports ./redirect/auto first', () => {
  test('brings the result home before the next import can see it', async ({ stage }) => {
    const page = await openAppWith(stage, stage.url('app', '/redirect/auto'));
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    const seen = (await stage.log('analytics')).map(({ detail }) => String(detail));
    expect(seen).toEqual([expect.stringContaining('?test=')]);
    expect(seen[0]).not.toContain('client=');
  });
});

describe('a redirect URL that is a route of the backend', () => {
  test('brings the result to the app and closes the popup', async ({ stage }) => {
    const page = await openAppWith(stage, stage.url('app', '/redirect/route'));
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    expect(await stage.loads(page)).toBe(1);
    expect(violations(stage)).toEqual([]);
  });

  test('brings it to an app on another origin', async ({ stage }) => {
    stage.expectNoise(/Failed to execute 'postMessage'/);
    const openerOrigin = stage.origins.app;
    const page = await openAppWith(
      stage,
      stage.url('partner', '/redirect/route', { openerOrigin }),
    );
    const popup = await clickForPopup(page);
    await answerWith(popup);
    await waitForClose(popup);

    expect(await stage.results()).toEqual([result]);
    expect(violations(stage)).toEqual([]);
  });

  test('says that it is finished where the app is gone', async ({ stage }) => {
    const page = await openAppWith(stage, stage.url('app', '/redirect/route'));
    const popup = await clickForPopup(page);
    await page.close();
    await answerWith(popup);

    expect(await statusIn(popup)).toBe('Finished. You can close this window.');
    expect(violations(stage)).toEqual([]);
  });

  test('runs and shows nothing of a hostile address', async ({ stage }) => {
    const hostile = { client: '</script><img src=x onerror=alert(1)>', channels: `["'><b>x</b>]` };
    const page = await stage.open(stage.url('app', '/redirect/route', hostile));

    expect((await page.locator('body').innerHTML()).trim()).toBe('');
    expect(violations(stage)).toEqual([]);
  });

  test('lets no other script run', async ({ stage }) => {
    stage.expectNoise(/Content Security Policy/);
    const page = await stage.open(stage.url('app', '/redirect/route'));
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "ran"';
      document.head.append(script);
    });

    await eventually(async () => expect(violations(stage)).toHaveLength(1));
    expect(await page.title()).not.toBe('ran');
  });
});
