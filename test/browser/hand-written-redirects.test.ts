import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { type Stage, sharedChromium, testIn } from './stage';
import {
  answerWith,
  clickForPopup,
  closeAsClient,
  eventually,
  expectSilence,
  result,
  told,
  waitForClose,
  watched,
} from './steps';

const test = testIn(sharedChromium);

/** The app as it is after the one-line swap, and the redirect page as it was. */
async function connectBy(stage: Stage, does: string, page?: Page) {
  const redirect_url = stage.url('app', '/redirect/hand-written', { does });
  const app = page ?? (await stage.openApp({ buttons: [{ queryParameters: { redirect_url } }] }));
  const popup = await clickForPopup(app);
  await watched();
  await answerWith(popup);
  return { app, popup };
}

const cancelled = ['open', 'cancelled'];
const statuses = (app: Page, expected: string[]) =>
  eventually(async () => expect(await told(app, 'status')).toEqual(expected));

describe.concurrent('a redirect page written by hand', () => {
  for (const does of [
    'posts its query, and closes',
    'posts its query to anybody, and closes a moment later',
  ]) {
    test(`is understood that ${does}`, async ({ stage }) => {
      const { popup } = await connectBy(stage, does);
      await waitForClose(popup);

      expect(await stage.results()).toEqual([result]);
      expect(stage.noise(/360dialog-connect/)).toEqual([]);
    });
  }

  for (const [does, cure] of [
    ['posts an object, and closes after two seconds', /posted .* forwardRedirect\(\)/],
    ['posts how it went, and closes', /posted .* forwardRedirect\(\)/],
    ['goes through localStorage, and closes', /localStorage .* forwardRedirect\(\)/],
  ] as const) {
    test(`cancels, and is told once in the console, that ${does}`, async ({ stage }) => {
      stage.expectNoise(cure);
      const { app, popup } = await connectBy(stage, does);
      await waitForClose(popup);
      await statuses(app, cancelled);
      await connectBy(stage, does, app);

      await statuses(app, [...cancelled, ...cancelled]);
      expect(await told(app, 'cancel')).toHaveLength(2);
      expect(stage.noise(/360dialog-connect/)).toEqual([expect.stringMatching(cure)]);
      expect(await stage.log('callback')).toEqual([]);
    });
  }

  test('is told in the console that posts JSON, and stays until the client closes it', async ({
    stage,
  }) => {
    const cure = /posted .* forwardRedirect\(\)/;
    stage.expectNoise(cure);
    const { app, popup } = await connectBy(stage, 'posts JSON, and stays');
    await eventually(async () => expect(stage.noise(cure)).toHaveLength(1));
    await expectSilence(stage, app);
    expect(await told(app, 'status')).toEqual(['open']);

    await closeAsClient(popup);

    await statuses(app, cancelled);
  });

  test('cancels that has told its server alone, and closes', async ({ stage }) => {
    const { app, popup } = await connectBy(stage, 'has told its server, and closes');
    await waitForClose(popup);

    await statuses(app, cancelled);
    expect(await stage.log('callback')).toEqual([]);
  });
});
