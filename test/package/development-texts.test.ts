import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

const long = /^invalid partnerId: it is empty\..* See https:/;
const short = /^invalid partnerId$/;

const environments: [what: string, script: string, text: RegExp][] = [
  ['in a development build', "process.env.NODE_ENV = 'development'", long],
  ['where nobody says which build it is', 'delete process.env.NODE_ENV', long],
  ['in a build for production', "process.env.NODE_ENV = 'production'", short],
  ['on a page without process', 'globalThis.process = undefined', short],
];
const formats: [format: string, args: string[], load: string][] = [
  ['import', ['--input-type=module'], "await import('react-360dialog-connect/core')"],
  ['require', ['--input-type=commonjs'], "require('react-360dialog-connect/core')"],
];
const cases = formats.flatMap(([format, args, load]) =>
  environments.map(([what, script, text]) => ({ format, args, load, what, script, text })),
);

// Nobody has put a value in for `process.env.NODE_ENV` here.
describe('a published file', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file]);
  });
  afterAll(() => consumer?.remove());

  test.each(cases)(
    'says what is wrong, by $format, $what',
    async ({ args, load, script, text }) => {
      const message = await consumer.node(
        ...args,
        '-e',
        `const { log } = console;
        const { buildOnboardingUrl } = ${load};
        ${script};
        try { buildOnboardingUrl({ partnerId: '' }) } catch ({ message }) { log(message) }`,
      );

      expect(message).toMatch(text);
    },
  );
});
