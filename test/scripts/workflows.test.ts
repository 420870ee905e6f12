// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

const read = (name: string) => {
  const text = readFileSync(`.github/workflows/${name}.yml`, 'utf8');
  return { text, workflow: parse(text) };
};
const commandsOf = (job: { steps: { run?: string }[] }) =>
  job.steps.flatMap(({ run }) => run ?? []);

describe('each workflow', () => {
  it.each(['ci', 'release'])('of %s runs on ubuntu-latest, without a secret', (name) => {
    const { text, workflow } = read(name);
    const jobs = Object.values<{ 'runs-on': string; steps: unknown[] }>(workflow.jobs);

    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.map((job) => job['runs-on'])).toEqual(jobs.map(() => 'ubuntu-latest'));
    expect(text).not.toMatch(/secrets\.|TOKEN/);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it.each(['ci', 'release'])('of %s runs only scripts and projects that there are', (name) => {
    const { text } = read(name);
    const config = readFileSync('vite.config.ts', 'utf8');
    const scripts = Array.from(text.matchAll(/npm run ([\w:-]+)/g), ([, script]) => script!);
    const projects = Array.from(text.matchAll(/'(unit|react-18)'/g), ([, project]) => project!);

    expect(scripts.length).toBeGreaterThan(0);
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(scripts));
    for (const project of projects) expect(config).toContain(`name: '${project}'`);
  });

  // A tag can be moved to other code; a commit cannot.
  it.each(['ci', 'release'])(
    'of %s takes every action by its commit, and says its version',
    (name) => {
      const actions = Array.from(read(name).text.matchAll(/uses: (.+)/g), ([, action]) => action);

      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions)
        expect(action).toMatch(/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );
});

describe('CI', () => {
  const { workflow } = read('ci');
  const { unit, everything } = workflow.jobs;

  it('tests each Node with each React, on every push to main and every pull request', () => {
    expect(unit.strategy.matrix).toEqual({ node: [20, 22, 24], react: [18, 19] });
    expect(commandsOf(unit)).toEqual([
      'npm ci',
      'npm run lint',
      'npm run types',
      `npx vitest run --project \${{ matrix.react == 18 && 'react-18' || 'unit' }}`,
    ]);
    expect(workflow.on).toEqual({ push: { branches: ['main'] }, pull_request: null });
  });

  it('runs npm test and npm run test:full on each Node, and skips nothing', () => {
    const script = readFileSync('.ci/run', 'utf8');

    expect(everything.strategy.matrix).toEqual({ node: [20, 22, 24] });
    expect(everything.container.image).toBe(`node:\${{ matrix.node }}-bookworm`);
    expect(commandsOf(everything)).toEqual(['.ci/run']);
    expect(everything.env).toEqual({ NO_SKIPS: 1 });
    expect(script.split('\n').filter((line) => line.startsWith('npm'))).toEqual([
      'npm ci',
      'npm test',
      'npm run test:full',
    ]);
  });

  it('tests the oldest Node that the package takes', () => {
    expect(manifest.engines.node).toBe('>=20.19');
    expect(Math.min(...unit.strategy.matrix.node)).toBe(20);
  });
});

describe('a release', () => {
  const { workflow } = read('release');

  it('starts with a tag', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
  });

  it('is checked first, and then published as it was checked, with provenance', () => {
    expect(commandsOf(workflow.jobs.publish)).toEqual([
      'npm ci',
      'npm pkg set repository.type=git "repository.url=git+https://github.com/$GITHUB_REPOSITORY.git"',
      'npm run release-check -- --tag "$GITHUB_REF_NAME" --keep release',
      'npm publish ./release/*.tgz --provenance --access public',
    ]);
    expect(workflow.jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  });
});
