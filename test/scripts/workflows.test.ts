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

describe('a release', () => {
  const { check, publish } = read('release').workflow.jobs;
  type Step = { run?: string; uses?: string };
  const runsOf = ({ steps }: { steps: Step[] }) => steps.flatMap(({ run }) => run ?? []);

  it('is published by a job that runs no code but npm’s, once a maintainer approves', () => {
    expect(publish.permissions).toEqual({ 'id-token': 'write' });
    expect(publish.environment).toBe('npm');
    expect(publish.steps.flatMap(({ uses }: Step) => uses ?? [])).toEqual([
      expect.stringMatching(/^actions\/download-artifact@/),
    ]);
    expect(
      runsOf(publish).filter((run) => /npm (ci|install|run|test|exec)|npx|node /.test(run)),
    ).toEqual([]);
    expect(check.permissions).toBeUndefined();
  });

  it('is the very tarball that was packed after all tests, by its hash', () => {
    expect(publish.needs).toBe('check');
    expect(check.outputs.sha256).toContain('steps.hash.outputs.sha256');
    const [compare, upload] = runsOf(publish);
    expect(compare).toContain('sha256sum --check');
    expect(upload).toMatch(/^npm publish \.\/release\/\*\.tgz --provenance .*--ignore-scripts$/);
    const checks = runsOf(check);
    expect(checks.findIndex((run) => run.includes('release-check'))).toBeLessThan(
      checks.findIndex((run) => run.includes('sha256sum')),
    );
  });
});
