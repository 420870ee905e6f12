import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import { answerWith, eventually, waitForClose } from './steps';
import { cssOf, openStyled } from './styled-page';

const test = testIn(sharedChromium);

describe('a themed button under a strict Content-Security-Policy', () => {
  const policy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  const header = `Content-Security-Policy: ${policy}; style-src 'nonce-abc'`;

  test('the nonce lets all styles in, and a whole attempt raises no violation', async ({
    stage,
  }) => {
    const page = await openStyled(stage, {
      header,
      nonce: 'abc',
      onboardingUrl: stage.url('hub', '/onboarding/aAbBcCPA'),
      redirectUrl: stage.url('app', '/redirect/module'),
    });
    expect(await cssOf(page, 'solid-medium', 'display')).toBe('inline-grid');
    const opened = page.waitForEvent('popup');
    await page.locator('#solid-medium').click();
    const popup = await opened;
    await popup.waitForURL(/\/onboarding\//);
    await answerWith(popup);
    await waitForClose(popup);

    await stage.results(1);
    await page.locator('#solid-medium svg[data-glyph="success"]').waitFor();
    expect(await cssOf(page, 'solid-medium', 'color')).toBe('rgb(20, 83, 45)');
    expect(await stage.log('violation')).toEqual([]);
  });

  test('without its nonce the page tells of a violation', async ({ stage }) => {
    // styled-components gives up where its style element is refused.
    stage.expectNoise(/Content Security Policy|CSSStyleSheet could not be found|error boundary/);
    await stage.open(stage.url('app', '/styled', { header }));

    await eventually(async () => expect(await stage.log('violation')).not.toEqual([]));
  });
});
