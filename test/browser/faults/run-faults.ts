import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { reportMissing } from '../../helpers/report-missing';
import type { Library } from '../addresses';
import type { Engine, EngineName } from '../engines/engine';
import { faults } from './all-faults';
import { elementFaults } from './element-faults';
import type { Fault } from './fault';
import { createScene } from './scene';

/** By title: `holds`, or why something else comes of it in an engine, or why it cannot run it. */
export type EngineResults = Record<string, string>;

/**
 * Runs every scenario that an engine can express. How each went is compared with what the table in
 * the docs is made of; `npm run faults -- -u` writes both anew.
 */
export function runFaults(
  name: EngineName,
  start: () => Promise<Engine>,
  missing: string | null = null,
): void {
  if (missing) {
    reportMissing(name, missing);
    return;
  }
  let engine: Engine;
  const results: EngineResults = {};
  const runnable = faults.filter(({ not, title }) => {
    const reason = not?.[name];
    if (reason) {
      results[title] = reason;
      console.warn(`${name}: "${title}": ${reason}`);
    }
    return !reason;
  });

  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine?.close());

  const run = async (fault: Fault, library: Library) => {
    const session = await engine.newSession();
    try {
      await expectOutcome(
        { ...fault, ...fault.but?.[name] },
        createScene(session, inject('origins'), inject('logUrl'), library),
      );
    } finally {
      await session.close();
    }
  };

  describe.concurrent(name, () => {
    for (const fault of runnable) {
      test(fault.title, async () => {
        await run(fault, 'ours');
        results[fault.title] = fault.but?.[name]?.because ?? 'holds';
      });
    }
  });

  describe.concurrent(`${name}, with the element`, () => {
    for (const fault of elementFaults) test(fault.title, () => run(fault, 'element'));
  });

  test(`${name}: the table in the docs says what came out`, async () => {
    const inOrder = Object.fromEntries(faults.map(({ title }) => [title, results[title]]));
    const text = `${JSON.stringify(inOrder, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`results/${name}.json`);
  });
}

async function expectOutcome(fault: Fault, scene: ReturnType<typeof createScene>): Promise<void> {
  await fault.act(scene);
  await scene.toldSoFar(fault.told.length);
  await scene.quiet();
  const { told, results = [], learned = [], remain = ['app'] } = fault;
  // A browser takes its time to close windows.
  await vi.waitFor(
    async () => {
      const outcome = await scene.outcome();
      const asTold = [told, fault.orTold].find((each) => isDeepStrictEqual(each, outcome.told));
      expect(outcome).toEqual({ told: asTold ?? told, results, learned, remain });
    },
    { timeout: 10_000 },
  );
}
