import type { Lab } from './lab';
import { measureClick, measureFlow } from './measure-flow';
import { countListeners, measureMount } from './measure-page';

type Flow = Awaited<ReturnType<typeof measureFlow>>;

/** The app's page, and the one that the popup comes back to. */
const pages = {
  published: ['published', 'published'],
  button: ['ours', 'ours'],
  script: ['ours', 'redirect'],
  least: ['ours', 'least'],
} as const;

export type Way = keyof typeof pages;

/** Each way in turn; every round begins with another, so that the order favours none. */
async function measureFlows(lab: Lab, rows: number, rounds: number) {
  const flows: Record<Way, Flow[]> = { published: [], button: [], script: [], least: [] };
  const bareMs: number[] = [];
  const ways = Object.keys(pages) as Way[];
  // The first round fills caches.
  for (let round = -1; round < rounds; round++) {
    const bare = await measureClick(lab, `/bare/${rows}`);
    if (round >= 0) bareMs.push(bare);
    for (const way of ways) {
      const [app, redirect] = pages[way];
      const flow = await measureFlow(lab, `/${app}/${rows}`, `/${redirect}/${rows}`);
      if (round >= 0) flows[way].push(flow);
    }
    ways.push(ways.shift()!);
  }
  return { ...flows, bareMs };
}

/** Everything that the bench compares, in turn, so that a busy moment meets all alike. */
export async function measureAll(lab: Lab, rounds: number) {
  const small = await measureFlows(lab, 200, rounds);
  const large = await measureFlows(lab, 1000, rounds >> 1);
  const mounts = await measureMount(lab, ['plain', 'published', 'ours'], 3 * rounds);
  const listeners = {
    published: await countListeners(lab, '/published/200'),
    ours: await countListeners(lab, '/ours/200'),
  };
  return { small, large, mounts, listeners };
}
