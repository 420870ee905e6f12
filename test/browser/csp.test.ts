import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import { answerWith, clickForPopup, eventually } from './steps';

const test = testIn(sharedChromium);

const header = [
  "Content-Security-Policy: default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
];

describe('under a strict Content-Security-Policy and Trusted Types', () => {
  test('a redirect page without its opener says so without a violation', async ({ stage }) => {
    const redirect_url = stage.url('app', '/redirect/module', { header });
    const page = await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] });
    const popup = await clickForPopup(page);
    await page.close();
    await answerWith(popup);
    await popup.getByRole('status').waitFor();

    expect(await stage.log('violation')).toEqual([]);
  });

  test('these pages would tell of a violation', async ({ stage }) => {
    stage.expectNoise(/TrustedHTML/);
    const page = await stage.openApp({}, { header });
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>';
      } catch {}
    });

    await eventually(async () => expect(await stage.log('violation')).toHaveLength(1));
  });
});
