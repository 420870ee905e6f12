import type { Lab } from './lab';

/** Mounts 1,000 buttons of each kind in turn. @returns milliseconds of each run, by kind */
export async function measureMount<Kind extends string>(
  lab: Lab,
  kinds: Kind[],
  runs: number,
): Promise<Record<Kind, number[]>> {
  const page = await lab.open('/mount/');
  const times = await page.evaluate(
    async ({ kinds, runs }) => {
      const { mount } = window as unknown as {
        mount(kind: string, count: number): Promise<number>;
      };
      const times: Record<string, number[]> = {};
      // The first three warm the code up.
      for (let run = -3; run < runs; run++) {
        for (const kind of kinds) {
          // Once alone is so short that the throttle may miss it.
          const tookMs = (await mount(kind, 1000)) + (await mount(kind, 1000));
          if (run >= 0) times[kind] = [...(times[kind] ?? []), tookMs / 2];
        }
      }
      return times;
    },
    { kinds, runs },
  );
  await page.close();
  return times as Record<Kind, number[]>;
}

/** How many listeners the window has gained by 100 clicks. */
export async function countListeners(lab: Lab, path: string): Promise<number> {
  const page = await lab.open(path);
  const session = await lab.context.newCDPSession(page);
  const count = async () => {
    const { result } = await session.send('Runtime.evaluate', { expression: 'window' });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId!,
    });
    return listeners.length;
  };
  const before = await count();
  await page.evaluate(() => {
    const button = document.querySelector('button')!;
    for (let click = 0; click < 100; click++) button.click();
  });
  const gained = (await count()) - before;
  for (const each of lab.context.pages()) await each.close();
  return gained;
}
