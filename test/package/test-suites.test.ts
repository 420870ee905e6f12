import { describe, expect, inject, onTestFinished, test } from 'vitest';
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

async function installSuite(name: string, ...packages: string[]): Promise<Consumer> {
  const tarball = inject('tarball').file;
  const consumer = await installConsumer([tarball, ...packages], {}, `examples/${name}`);
  onTestFinished(consumer.remove);
  return consumer;
}

// Four tests of a React component and two of the element, each in jsdom and in happy-dom.
const passed = { numTotalTests: 12, numPassedTests: 12, success: true };

describe('a suite of an app’s own tests, with mockOnboarding', () => {
  test.each(['18.3.1', '19.3.1'])('passes in Vitest, with React %s', async (react) => {
    const consumer = await installSuite('vitest', `react@${react}`, `react-dom@${react}`);

    expect(await runSuite(consumer, 'vitest', 'run', '--reporter=json')).toMatchObject(passed);
  });

  test.each(['18.3.1', '19.3.1'])('passes in Jest, with React %s', async (react) => {
    const consumer = await installSuite('jest', `react@${react}`, `react-dom@${react}`);

    expect(await runSuite(consumer, 'jest', '--json')).toMatchObject(passed);
  });
});
