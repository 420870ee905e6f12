// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { nodeVersions } from '../../scripts/node-versions';

const read = (name: string) => {
  const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
  return { text, workflow: parse(text) };
};

describe.each(['ci', 'release'])('the workflow %s', (name) => {
  const { text, workflow } = read(name);

  it('knows no secret, and may only read unless a job says more', () => {
    expect(text).not.toMatch(/secrets\.|TOKEN/);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  // A tag can be moved to other code; a commit cannot.
  it('takes every action by its commit, and says its version', () => {
    const actions = Array.from(text.matchAll(/uses: (.+)/g), ([, action]) => action);

    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('runs only scripts that there are', () => {
    const scripts = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, script]) => script!);

    expect(scripts.length).toBeGreaterThan(0);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
  });
});

it('CI tests on every Node that a contributor may have, from the oldest that the package takes', () => {
  const oldest = Number(/\d+/.exec(manifest.engines.node)![0]);
  const jobs: { strategy: { matrix: { node: number[] } } }[] = Object.values(
    read('ci').workflow.jobs,
  );

  expect(nodeVersions[0]).toBe(oldest);
  for (const job of jobs) expect(job.strategy.matrix.node).toEqual(nodeVersions);
});
