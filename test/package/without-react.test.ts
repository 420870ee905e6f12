import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Consumer, installConsumer } from './packed';

describe('in a project without React', () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file]);
  });

  afterAll(() => consumer?.remove());

  test.each(['core', 'redirect', 'server', 'sandbox', 'redirect.global.js'])(
    '%s is imported and required in plain Node',
    async (entry) => {
      const name = `react-360dialog-connect/${entry}`;
      const imported = await consumer.node(
        '--input-type=module',
        '-e',
        `console.log(typeof (await import('${name}')))`,
      );
      const required = await consumer.node('-p', `typeof require('${name}')`);

      expect(existsSync(join(consumer.folder, 'node_modules/react'))).toBe(false);
      expect([imported, required]).toEqual(['object', 'object']);
    },
  );
});
