import type { Lab } from './lab';
import { measureClick, measureFlow } from './measure-flow';
import { countListeners, measureMount } from './measure-page';

/** Everything that the bench compares, in turn, so that a busy moment meets all alike. */
export async function measureAll(lab: Lab, rounds: number) {
  const none = (): number[] => [];
  const clicks = { bare: none(), published: none(), ours: none() };
  const landings = { published: none(), button: none(), script: none() };
  const loads = { published: 0, ours: 0 };

  // The first round fills caches.
  for (let round = -1; round < rounds; round++) {
    const bareMs = await measureClick(lab, '/bare/');
    const published = await measureFlow(lab, '/published/', '/published/');
    const button = await measureFlow(lab, '/ours/', '/ours/');
    const script = await measureFlow(lab, '/ours/', '/redirect/');
    if (round < 0) continue;
    clicks.bare.push(bareMs);
    clicks.published.push(published.clickMs);
    // Alternately, so that there are as many of ours.
    clicks.ours.push(round % 2 ? button.clickMs : script.clickMs);
    landings.published.push(published.landingMs);
    landings.button.push(button.landingMs);
    landings.script.push(script.landingMs);
    loads.published = Math.max(loads.published, published.loads);
    loads.ours = Math.max(loads.ours, button.loads, script.loads);
  }
  const mounts = await measureMount(lab, ['plain', 'published', 'ours'], 3 * rounds);
  const listeners = {
    published: await countListeners(lab, '/published/'),
    ours: await countListeners(lab, '/ours/'),
  };
  return { clicks, landings, loads, mounts, listeners };
}
