import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is to be released, and how to look at it. */
export type Release = {
  version: string;
  /** The tag that asks for it, like `v1.2.3`, where there is one. */
  tag?: string | undefined;
  /** The text of CHANGELOG.md. */
  changelog: string;
  /** Packs, and tells what is wrong with the tarball. */
  tarballProblems(): Promise<string[]>;
  /** Commands that have to end well, such as `['npm', 'test']`. */
  tests: readonly (readonly string[])[];
};

/** @returns why it must not be released: at the first step that finds something, the rest waits */
export async function releaseProblems(release: Release): Promise<string[]> {
  const steps = [
    () => [...tagProblems(release), ...changelogProblems(release)],
    () => release.tarballProblems(),
    ...release.tests.map((command) => () => testProblems(command)),
  ];
  for (const step of steps) {
    const problems = await step();
    if (problems.length > 0) return problems;
  }
  return [];
}

function tagProblems({ version, tag }: Release): string[] {
  return tag === undefined || tag === `v${version}`
    ? []
    : [`The tag is ${tag}, and package.json has version ${version}.`];
}

/** The newest entry is the version's, says something, and nothing is left under "Unreleased". */
function changelogProblems({ version, changelog }: Release): string[] {
  const entries = changelog
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ title: text.split('\n')[0]!.trim(), says: /^[-*] \S/m.test(text) }));
  const waiting = entries.find(({ title, says }) => says && /unreleased/i.test(title));
  if (waiting) return [`CHANGELOG.md still has changes under "${waiting.title}".`];
  const newest = entries.find(({ title }) => !/unreleased/i.test(title));
  if (newest?.title.split(/\s/)[0] !== version) {
    return [`CHANGELOG.md has no entry "## ${version}" at its top.`];
  }
  return newest.says ? [] : [`The entry of ${version} in CHANGELOG.md says nothing.`];
}

async function testProblems([command, ...args]: readonly string[]): Promise<string[]> {
  const run = spawn(command!, args, { stdio: 'inherit' });
  const [code, signal] = await once(run, 'exit');
  return code === 0 ? [] : [`\`${[command, ...args].join(' ')}\` is red (${signal ?? code}).`];
}
