import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { contrast } from '../helpers/contrast';
import { sharedChromium, testIn } from './stage';
import { cssOf, openStyled, toHex } from './styled-page';

const test = testIn(sharedChromium);

const buttons = (page: Page) => page.getByRole('button').all();
const widths = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tooWide = [...document.querySelectorAll('button')].filter(
      (button) => button.scrollWidth > button.clientWidth + 1,
    );
    return { page: scrollWidth - clientWidth, buttons: tooWide.map(({ id }) => id) };
  });

describe.concurrent('the size of a themed button', () => {
  test.for(['100%', '62.5%'])(
    'is at least 44 px each way in medium and large, where the page’s rem is %s',
    async (fontSize, { stage }) => {
      const page = await openStyled(stage);
      await page.addStyleTag({ content: `html { font-size: ${fontSize} }` });

      for (const button of await buttons(page)) {
        const { width, height } = (await button.boundingBox())!;
        const id = (await button.getAttribute('id'))!;
        const least = id.endsWith('small') ? 24 : 44;
        expect(Math.min(width, height), id).toBeGreaterThanOrEqual(least);
      }
    },
  );

  test.for(['en', 'de', 'es', 'pt', 'ar'])(
    'fits 320 px with text of twice the size, and grows in height: %s',
    async (lang, { stage }) => {
      const page = await openStyled(stage, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
      await page.setViewportSize({ width: 320, height: 800 });
      const before = (await page.locator('#solid-medium').boundingBox())!;
      await page.addStyleTag({ content: 'html { font-size: 200% }' });

      expect(await widths(page)).toEqual({ page: 0, buttons: [] });
      const after = (await page.locator('#solid-medium').boundingBox())!;
      expect(after.height).toBeGreaterThanOrEqual(before.height * 2 - 1);
    },
  );
});

describe.concurrent('the look of a failed attempt', () => {
  test.for(['light', 'dark'])(
    'is legible and its own in every variant: %s',
    async (scheme, { stage }) => {
      const page = await openStyled(stage, { scheme, partnerId: 'wrong ID' });
      await page.addStyleTag({ content: 'button { transition: none !important }' });
      const canvas = scheme === 'dark' ? '#182024' : '#f2f5f4';

      for (const id of ['solid-medium', 'outline-medium', 'ghost-medium']) {
        const before = await cssOf(page, id, 'color');
        await page.locator(`#${id}`).click();
        await page.locator(`#${id} svg[data-glyph="error"]`).waitFor();
        const text = await cssOf(page, id, 'color');
        expect(text, id).not.toBe(before);
        // First under the mouse that has just clicked, then at rest.
        for (const isHovered of [true, false]) {
          if (!isHovered) await page.mouse.move(0, 0);
          const background = await cssOf(page, id, 'background-color');
          const isClear = background === 'rgba(0, 0, 0, 0)';
          expect(isClear, `${id}, hovered: ${isHovered}`).toBe(!isHovered && id !== 'solid-medium');
          const behind = isClear ? canvas : toHex(background);
          expect(contrast(toHex(text), behind), id).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );
});

describe('a themed button from right to left', () => {
  test('has its glyph on the right and its end icon on the left', async ({ stage }) => {
    const page = await openStyled(stage, { lang: 'ar', dir: 'rtl' });
    const parts = page.locator('#full > [data-face] > span, #full > span:last-child');
    const [glyph, text, end] = await Promise.all(
      (await parts.all()).map(async (part) => (await part.boundingBox())!.x),
    );

    expect(glyph).toBeGreaterThan(text!);
    expect(text).toBeGreaterThan(end!);
    expect(await parts.first().textContent()).toBe('');
    expect(await cssOf(page, 'full svg', 'transform')).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });
});

describe.concurrent('what the reader asked for', () => {
  test('no motion: nothing turns or fades while an attempt runs', async ({ stage }) => {
    const onboardingUrl = stage.url('hub', '/onboarding/aAbBcCPA');
    const page = await openStyled(stage, { onboardingUrl });
    await page.locator('#solid-medium').click();
    const spinner = page.locator('#solid-medium svg[data-glyph="spinner"]');
    await spinner.waitFor();
    const animations = () =>
      spinner.evaluate((element) => element.getAnimations().map(({ playState }) => playState));
    expect(await animations()).toEqual(['running']);

    await page.emulateMedia({ reducedMotion: 'reduce' });

    expect(await animations()).toEqual([]);
    expect(await cssOf(page, 'solid-medium', 'transition-duration')).toBe('0s');
  });

  test('forced colors: every button has a border of the text’s color', async ({ stage }) => {
    const page = await openStyled(stage);
    await page.emulateMedia({ forcedColors: 'active' });

    for (const button of await buttons(page)) {
      const [width, border, background, text] = await button.evaluate((element) => {
        const { borderTopWidth, borderTopColor, backgroundColor, color } =
          getComputedStyle(element);
        return [borderTopWidth, borderTopColor, backgroundColor, color] as const;
      });
      expect(width).toBe('1px');
      expect(border).toBe(text);
      expect(contrast(toHex(border), toHex(background))).toBeGreaterThanOrEqual(3);
    }
  });

  test('more contrast: every button has a thick border', async ({ stage }) => {
    const page = await openStyled(stage, { scheme: 'light' });
    await page.emulateMedia({ contrast: 'more' });

    const ids = ['solid-medium', 'outline-medium', 'ghost-medium', 'disabled'];
    for (const id of ids) {
      expect(await cssOf(page, id, 'border-top-width')).toBe('2px');
      const border = toHex(await cssOf(page, id, 'border-top-color'));
      expect(contrast(border, '#f2f5f4'), id).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('dark: the provider’s auto follows, and the page’s own scheme otherwise', async ({
    stage,
  }) => {
    const automatic = await openStyled(stage, { scheme: 'auto' });
    const plain = await openStyled(stage);
    const [light, dark] = ['rgb(11, 63, 52)', 'rgb(174, 240, 215)'];
    const fill = (page: Page) => cssOf(page, 'solid-medium', 'background-color');
    expect(await fill(automatic)).toBe(light);

    for (const page of [automatic, plain]) {
      await page.addStyleTag({ content: 'button { transition: none !important }' });
      await page.emulateMedia({ colorScheme: 'dark' });
    }

    expect(await fill(automatic)).toBe(dark);
    expect(await fill(plain)).toBe(light);
    await plain.addStyleTag({ content: ':root { color-scheme: light dark }' });
    expect(await fill(plain)).toBe(dark);
  });
});

describe('plain CSS', () => {
  test('overrides a token by its variable, for the page and for one button', async ({ stage }) => {
    const page = await openStyled(stage, { scheme: 'light' });
    await page.addStyleTag({
      content: `
        button { transition: none !important }
        :root { --connect-color-fill-rest: rgb(1, 2, 3); --connect-radius-button: 7px }
        #solid-large { --connect-color-fill-rest: rgb(4, 5, 6) }`,
    });

    expect(await cssOf(page, 'solid-small', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await cssOf(page, 'solid-large', 'background-color')).toBe('rgb(4, 5, 6)');
    expect(await cssOf(page, 'outline-small', 'border-top-left-radius')).toBe('7px');
  });
});

describe('a color of a theme', () => {
  const hint = /theme\.color\.light\.fill\.rest is no color or gradient/;

  test('that no browser knows is told to the developer, once for all buttons', async ({
    stage,
  }) => {
    stage.expectNoise(hint);

    await openStyled(stage, { fill: 'bleu' });

    expect(stage.noise(hint)).toHaveLength(1);
  });

  test.for([
    'rebeccapurple',
    'oklch(0.4 0.1 160)',
    'var(--brand, teal)',
    'linear-gradient(red, blue)',
  ])('may be %s, without a word', async (fill, { stage }) => {
    const page = await openStyled(stage, { fill });

    expect(await cssOf(page, 'solid-medium', '--_connect-color-fill-rest')).not.toBe('');
  });
});

describe('the focus ring', () => {
  test('is around the button that the keyboard reached, with room between', async ({ stage }) => {
    const page = await openStyled(stage, { scheme: 'light' });
    await page.keyboard.press('Tab');

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('solid-small');
    expect(await cssOf(page, 'solid-small', 'outline')).toBe('rgb(47, 125, 245) solid 3px');
    expect(await cssOf(page, 'solid-small', 'outline-offset')).toBe('2px');
  });
});
