import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is to be released, and how to look at it. */
export type Release = {
  /** What package.json says. */
  manifest: { version: string; repository?: unknown };
  /** The tag that asks for it, like `v1.2.3`, where there is one. */
  tag?: string | undefined;
  /** The text of CHANGELOG.md. */
  changelog: string;
  /** Packs, and tells what is wrong with the tarball; when all tests are over. */
  tarballProblems(): Promise<string[]>;
  /** Commands that have to end well; every test of the package, if nothing else is said. */
  tests?: readonly (readonly string[])[];
};

const everyTest = [
  ['npm', 'test'],
  ['npm', 'run', 'test:full'],
];

/** @returns why it must not be released: at the first step that finds something, the rest waits */
export async function releaseProblems(release: Release): Promise<string[]> {
  const { tests = everyTest } = release;
  const steps = [
    () => [...tagProblems(release), ...changelogProblems(release), ...repositoryProblems(release)],
    ...tests.map((command) => () => testProblems(command)),
    // Packed last, so that nothing that the tests ran can have changed what is published.
    () => release.tarballProblems(),
  ];
  for (const step of steps) {
    const problems = await step();
    if (problems.length > 0) return problems;
  }
  return [];
}

function tagProblems({ manifest: { version }, tag }: Release): string[] {
  return tag === undefined || tag === `v${version}`
    ? []
    : [`The tag is ${tag}, and package.json has version ${version}.`];
}

/** The newest entry is the version's, says something, and nothing is left under "Unreleased". */
function changelogProblems({ manifest: { version }, changelog }: Release): string[] {
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

/** npm writes no provenance for a package that does not name the repository it was built in. */
const repositoryProblems = ({ manifest }: Release): string[] =>
  manifest.repository
    ? []
    : ['package.json names no repository; see CONTRIBUTING.md, "A release".'];

/** What cannot be tested here must not be released from here: nothing is skipped. */
async function testProblems([command, ...args]: readonly string[]): Promise<string[]> {
  const env = { ...process.env, NO_SKIPS: '1' };
  const run = spawn(command!, args, { stdio: 'inherit', env });
  const [code, signal] = await once(run, 'exit');
  return code === 0 ? [] : [`\`${[command, ...args].join(' ')}\` is red (${signal ?? code}).`];
}
