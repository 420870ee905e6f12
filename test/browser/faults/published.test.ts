import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startChromium } from '../engines/chromium-engine';
import type { Engine } from '../engines/engine';
import { faults } from './all-faults';
import type { Fault } from './fault';
import { createScene, type Scene } from './scene';

/** What an app can know of that package: it has no statuses, and its address tells the result. */
const withoutStatuses = (told: string[]) =>
  told.filter((each) => /callback$|cancel$|error /.test(each));

const published: Record<string, string> = {};
let engine: Engine;

beforeAll(async () => {
  engine = await startChromium(inject('chromiumPath'));
});
afterAll(() => engine.close());

/** `holds`, or what came of it instead. */
async function judge(fault: Fault, scene: Scene): Promise<string> {
  // Where it does not do what the scenario goes on from, the rest has nothing to judge.
  await fault.act(scene).catch(() => {});
  await scene.quiet();
  const { told, results, learned } = await scene.outcome();
  const expected = { told: withoutStatuses(fault.told), results: fault.results ?? [] };
  if (learned.length > (fault.learned ?? []).length) return 'an attacker learns the result';
  const events = withoutStatuses(told);
  if (!isDeepStrictEqual(events, expected.told)) {
    return events.length ? `${events.slice(0, 3).join(', ')}` : 'nobody is told';
  }
  return isDeepStrictEqual(results, expected.results) ? 'holds' : 'another result';
}

/** `npm run faults -- -u` writes anew what the table in the docs is made of. */
describe.concurrent('the published package', () => {
  test.each(faults)('$title', async (fault) => {
    const session = await engine.newSession();
    try {
      const scene = createScene(session, inject('origins'), inject('logUrl'), 'published');
      published[fault.title] = await judge(fault, scene);
    } finally {
      await session.close();
    }
    expect(published[fault.title]).toBeTruthy();
  });
});

test('the table in the docs says what came out', async () => {
  const inOrder = Object.fromEntries(faults.map(({ title }) => [title, published[title]]));
  const text = `${JSON.stringify(inOrder, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('results/published.json');
});
