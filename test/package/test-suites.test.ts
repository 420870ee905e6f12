import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { installPackages } from '../../scripts/install-packages';
import { type Consumer, installConsumer, run } from './packed';

/** What both runners print as JSON. */
type Report = { numTotalTests: number; numPassedTests: number; success: boolean };

/** A shell's own environment, without what the Vitest that runs this very test has put into it. */
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));

async function runSuite(consumer: Consumer, ...command: string[]): Promise<Report> {
  const env = { ...environment(), NODE_ENV: 'test' };
  const { stdout } = await run('npx', command, { cwd: consumer.folder, env });
  return JSON.parse(stdout);
}

/** Runs a suite with each React that the package supports. */
async function runWithEachReact(name: string, ...command: string[]): Promise<Report[]> {
  const tarball = inject('tarball').file;
  const consumer = await installConsumer([tarball], {}, `examples/${name}`);
  onTestFinished(consumer.remove);
  const reports: Report[] = [];
  for (const react of ['18.3.1', '19.3.1']) {
    await installPackages(consumer.folder, [`react@${react}`, `react-dom@${react}`]);
    reports.push(await runSuite(consumer, ...command));
  }
  return reports;
}

// Four tests of a React component and two of the element, each in jsdom and in happy-dom.
const passed = { numTotalTests: 12, numPassedTests: 12, success: true };

describe('a suite of an app’s own tests, with mockOnboarding', () => {
  test('passes in Vitest, with React 18 and 19', async () => {
    const reports = await runWithEachReact('vitest', 'vitest', 'run', '--reporter=json');

    expect(reports).toMatchObject([passed, passed]);
  });

  test('passes in Jest, with React 18 and 19', async () => {
    const reports = await runWithEachReact('jest', 'jest', '--json');

    expect(reports).toMatchObject([passed, passed]);
  });
});
