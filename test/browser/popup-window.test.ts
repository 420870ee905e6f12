import { describe, expect } from 'vitest';
import { sharedChromium, testIn } from './stage';
import { atHub, button, clickForPopup, told } from './steps';

const test = testIn(sharedChromium);

/** Notes the arguments of `window.open`. */
const noteOpens = () => {
  const { open } = window;
  const opens: unknown[] = [];
  window.open = (...args) => {
    opens.push({ args, left: screenX, top: screenY, width: outerWidth, height: outerHeight });
    return open(...args);
  };
  Object.assign(window, { opens });
};

type Opened = { args: string[]; left: number; top: number; width: number; height: number };

describe('the popup', () => {
  test('is 600 × 900, centred on the app, in a window of its own', async ({ stage }) => {
    await stage.context.addInitScript(noteOpens);
    const page = await stage.openApp();
    const popup = await clickForPopup(page);

    const size = await popup.evaluate(() => [innerWidth, innerHeight]);
    expect(size).toEqual([600, 900]);
    const opens = await page.evaluate(() => (window as unknown as { opens: Opened[] }).opens);
    expect(opens).toHaveLength(1);
    const { args, left, top, width, height } = opens[0]!;
    expect(args[1]).toBe('_blank');
    expect(args[2]!.split(',')).toEqual([
      'popup',
      'width=600',
      'height=900',
      `left=${left + Math.max(0, Math.round((width - 600) / 2))}`,
      `top=${top + Math.max(0, Math.round((height - 900) / 2))}`,
    ]);
    expect(await popup.evaluate(() => window.name)).toBe('');
  });

  test('asks the hub with every parameter, each encoded once', async ({ stage }) => {
    const parameters = {
      email: 'ana+test@bluebird.example',
      name: 'Ana & Zoë #1 %20',
      partner: '{"tenant":"7/8"}',
      state: '☎',
      redirect_url: stage.url('app', '/redirect/module', { a: 'b c&d' }),
      next: 'signup',
    } as const;
    const options = { requestedNumber: '+49 30 123', queryParameters: parameters };
    await clickForPopup(await stage.openApp({ buttons: [{ partnerId: 'x-Y_1PA', ...options }] }));

    const [asked] = await stage.log('hub');
    expect(asked?.detail).toEqual({
      path: '/onboarding/x-Y_1PA',
      test: expect.any(String),
      number: '4930123',
      ...parameters,
    });
  });

  test('opens once for a double click, and a later click brings it to the front', async ({
    stage,
  }) => {
    // On the app's own origin, so that the app calls the hub's own `focus`.
    const onboardingUrl = stage.url('app', '/onboarding/aAbBcCPA');
    const page = await stage.openApp({ buttons: [{ onboardingUrl }] });
    const opened = page.waitForEvent('popup');
    await button(page).evaluate((element: HTMLButtonElement) => {
      element.click();
      element.click();
    });
    const popup = await opened;
    await popup.waitForURL(atHub);
    const focused = popup.evaluate(
      () =>
        new Promise((resolve) => {
          window.focus = () => resolve('focused');
        }),
    );
    await button(page).click();

    expect(await focused).toBe('focused');
    expect(await told(page, 'click')).toHaveLength(3);
    expect(await told(page, 'status')).toEqual(['open']);
    expect(stage.context.pages()).toHaveLength(2);
  });
});
