import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import type { Page, Request } from 'playwright';
import { PNG } from 'pngjs';
import { createSandboxApp, type SandboxApp } from 'react-360dialog-connect/sandbox';
import { describe, expect, inject } from 'vitest';
import { test } from './story-steps';

/** `npm run pictures` takes them anew: look at what has changed before you commit it. */
const isAccepting = inject('acceptsPictures');

const pathOf = (name: string) => `test/storybook/pictures/${name}`;

/** Other fonts draw other pictures. */
function fontsOfThisMachine(): string {
  try {
    const list = execFileSync('fc-list', [':', 'family', 'style'], { encoding: 'utf8' });
    return createHash('sha256').update(list.split('\n').sort().join('\n')).digest('hex');
  } catch {
    return 'unknown';
  }
}

const fonts = fontsOfThisMachine();
if (isAccepting) writeFileSync(pathOf('fonts.txt'), `${fonts}\n`);
const hasTheirFonts = readFileSync(pathOf('fonts.txt'), 'utf8').trim() === fonts;
if (!hasTheirFonts) {
  process.stdout.write('Pictures are not compared: they were drawn with other fonts.\n');
}

/** Of the whole picture; edges of letters do not count. */
const mostDiffering = 0.002;

async function expectPicture(page: Page, name: string): Promise<void> {
  const taken = await page.screenshot({
    fullPage: true,
    animations: 'disabled',
  });
  const path = pathOf(`${name}.png`);
  if (isAccepting) writeFileSync(path, taken);
  expect(existsSync(path), `${path} is missing: npm run pictures`).toBe(true);
  const [now, before] = [PNG.sync.read(taken), PNG.sync.read(readFileSync(path))];
  const { width, height } = before;
  expect({ width: now.width, height: now.height }, name).toEqual({ width, height });

  const differing = pixelmatch(now.data, before.data, undefined, width, height, {
    threshold: 0.2,
  });
  expect(differing / (width * height), name).toBeLessThan(mostDiffering);
}

const sandboxOrigin = 'http://localhost:3600';
const unsigned = `${sandboxOrigin}/dashboard/app/sSiIgGPA/permissions?redirect_url=${sandboxOrigin}/`;

describe.skipIf(!hasTheirFonts)('looks as it did', () => {
  test.for([
    ['states--every-state', '', 1280],
    ['states--every-state', 'theme:dark;language:ar;direction:rtl', 360],
    ['states--sizes', '', 1280],
  ] as const)('the story %s, %s, %i px wide', async ([id, globals, width], { context }) => {
    const page = await context.newPage();
    const address = `${inject('storybook')}/iframe.html?id=${id}&viewMode=story`;
    await page.goto(`${address}&globals=${globals}`);
    await page.getByRole('button').last().waitFor();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });

    await expectPicture(page, `${id}-${width}`);
  });

  test.for([
    ['start', `${sandboxOrigin}/`, 'light', 1280],
    ['start', `${sandboxOrigin}/`, 'dark', 360],
    ['unsigned', unsigned, 'light', 600],
    ['unsigned', unsigned, 'dark', 360],
  ] as const)(
    'the sandbox’s page: %s',
    async ([name, address, colorScheme, width], { context }) => {
      const app = createSandboxApp();
      // Without a port that is another one each time.
      await context.route(`${sandboxOrigin}/**`, async (route) => {
        const { status, headers, body } = await answerOf(app, route.request());
        await route.fulfill({ status, headers, body });
      });
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();

      await expectPicture(page, `sandbox-${name}-${width}`);
      app.close();
    },
  );
});

async function answerOf(app: SandboxApp, request: Request) {
  const response = await app.fetch(
    new globalThis.Request(request.url(), { headers: await request.allHeaders() }),
  );
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  };
}
