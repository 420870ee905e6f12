import type { Page } from 'playwright';
import type { OnboardingStatus } from 'react-360dialog-connect';
import { connectLabels } from 'react-360dialog-connect/styled';
import { describe, expect } from 'vitest';
import { contrast } from '../helpers/contrast';
import { type Stage, sharedChromium, testIn } from './stage';
import { cssOf, openStyled, toHex } from './styled-page';

const test = testIn(sharedChromium);

const languages = Object.keys(connectLabels);
const statuses = Object.keys(connectLabels.en) as OnboardingStatus[];

const openStates = (stage: Stage, parameters: Record<string, string> = {}) =>
  openStyled(stage, parameters, '/styled-states');

const inLanguage = (lang: string) => ({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });

const show = (page: Page, status: OnboardingStatus) =>
  page.evaluate((status) => window.showStatus(status), status);

/** Where every button, and what stands beside it, begins and ends. */
const placesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, .neighbour')].map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { of: element.id || 'its neighbour', edges: [left, top, right, bottom] };
    }),
  );

/** What has moved by more than half a pixel, by how much. */
function shifts(before: Awaited<ReturnType<typeof placesOf>>, after: typeof before): string[] {
  return after.flatMap(({ of, edges }, index) => {
    const moved = Math.max(...edges.map((edge, at) => Math.abs(edge - before[index]!.edges[at]!)));
    return moved > 0.5 ? [`${of}: ${moved}`] : [];
  });
}

/** The ready words that a line ends within; icons of the app may be of any size. */
const brokenWords = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    const texts = [
      ...document.querySelectorAll('button:not(#own-text, #own-icons) [data-face] > span'),
    ]
      .filter((each) => each.closest('[aria-hidden]') === null && each.firstChild)
      .map((each) => each.firstChild as Text);
    return texts.flatMap((node) =>
      [...node.data.matchAll(/\S+/g)]
        .filter(({ 0: word, index }) => {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
        })
        .map(([word]) => `${node.parentElement!.closest('button')!.id}: ${word}`),
    );
  });

describe.concurrent('a themed button stands still', () => {
  test.for(languages)(
    'from idle through every status, wide and narrow: %s',
    async (lang, { stage }) => {
      const page = await openStates(stage, inLanguage(lang));
      for (const width of [1000, 320]) {
        await page.setViewportSize({ width, height: 1600 });
        const idle = await placesOf(page);

        for (const status of [...statuses, 'idle'] as const) {
          await show(page, status);
          expect(shifts(idle, await placesOf(page)), `${status}, ${width} px`).toEqual([]);
        }
      }
    },
  );
});

describe.concurrent('a wait before the window', () => {
  const faceOf = (page: Page, status: 'idle' | 'status') =>
    page.locator(`#medium > [data-face="${status}"]`).evaluate((face) => {
      const { opacity, visibility } = getComputedStyle(face);
      return opacity === '1' && visibility === 'visible';
    });
  const seen = async (page: Page) => ({
    idle: await faceOf(page, 'idle'),
    status: await faceOf(page, 'status'),
  });
  /** Shows a status, and holds the time so many milliseconds later. */
  const showFor = (page: Page, status: OnboardingStatus, milliseconds: number) =>
    page.evaluate(
      ([status, milliseconds]) => {
        window.showStatus(status);
        const animations = document.querySelector('#medium')!.getAnimations({ subtree: true });
        for (const animation of animations) {
          animation.pause();
          animation.currentTime = milliseconds;
        }
      },
      [status, milliseconds] as const,
    );

  test.for(['preparing', 'signing'] as const)(
    'is seen once it has lasted for 200 ms, and heard at once: %s',
    async (status, { stage }) => {
      const page = await openStates(stage);

      await showFor(page, status, 199);
      expect(await seen(page)).toEqual({ idle: true, status: false });
      const name = connectLabels.en[status];
      expect(await page.getByRole('button', { name, exact: true }).count()).toBeGreaterThan(1);

      await showFor(page, status, 200);
      expect(await seen(page)).toEqual({ idle: false, status: true });
    },
  );

  test('is not begun anew by the next one, and ended by the window', async ({ stage }) => {
    const page = await openStates(stage);
    await showFor(page, 'preparing', 200);

    await show(page, 'signing');
    expect(await seen(page)).toEqual({ idle: false, status: true });

    await show(page, 'idle');
    await showFor(page, 'signing', 1);
    await show(page, 'open');
    expect(await seen(page)).toEqual({ idle: false, status: true });
  });
});

describe.concurrent('the words of a themed button', () => {
  test.for(languages)(
    'stay whole on 320 px with text of twice the size: %s',
    async (lang, { stage }) => {
      const page = await openStates(stage, inLanguage(lang));
      await page.setViewportSize({ width: 320, height: 1600 });
      await page.addStyleTag({ content: 'html { font-size: 200% }' });

      for (const status of statuses) {
        await show(page, status);
        expect(await brokenWords(page), status).toEqual([]);
      }
    },
  );

  test.for(languages)('stay whole in a column of 180 px: %s', async (lang, { stage }) => {
    const page = await openStates(stage, inLanguage(lang));
    await page.addStyleTag({ content: 'main { inline-size: 180px }' });

    for (const status of statuses) {
      await show(page, status);
      expect(await brokenWords(page), status).toEqual([]);
    }
  });
});

describe.concurrent('the edge of the solid button', () => {
  test.for([
    ['light', '#ffffff'],
    ['light', '#f2f5f4'],
    ['dark', '#000000'],
    ['dark', '#182024'],
  ] as const)(
    'has a contrast of 3:1 once an attempt is over: %s, on %s',
    async ([scheme, ground], { stage }) => {
      const page = await openStates(stage, { scheme });

      for (const status of ['completed', 'failed'] as const) {
        await show(page, status);
        expect(await cssOf(page, 'medium', 'border-top-width')).toBe('1px');
        const edge = toHex(await cssOf(page, 'medium', 'border-top-color'));
        expect(contrast(edge, ground), status).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
