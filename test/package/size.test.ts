import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { compressedSize, limits, sizeOfImport } from '../bench/measure-size';
import { type Consumer, installConsumer } from './packed';

describe('what an app gets of the packed package', () => {
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await installConsumer([inject('tarball').file]);
  });

  afterAll(() => consumer?.remove());

  const sizeOf = (name: string, from: string) => sizeOfImport(name, from, consumer.folder);
  // A page has these as they are: nobody minifies them after us.
  const sizeOfScript = async (file: string) =>
    compressedSize(
      await readFile(join(consumer.folder, 'node_modules/react-360dialog-connect/dist', file)),
    );

  test.each([
    ['`ConnectButton`', limits.button, () => sizeOf('ConnectButton', 'react-360dialog-connect')],
    [
      '`startOnboarding` of `./core`',
      limits.core,
      () => sizeOf('startOnboarding', 'react-360dialog-connect/core'),
    ],
    ['`redirect.global.js`', limits.redirectScript, () => sizeOfScript('redirect.global.js')],
    ['`element.global.js`', limits.elementScript, () => sizeOfScript('element.global.js')],
  ])('is with %s at most %i bytes', async (name, limit, measure) => {
    const bytes = await measure();

    // biome-ignore lint/suspicious/noConsole: the numbers belong in the output.
    console.info(`${name}, packed: ${bytes} bytes`);
    expect(bytes).toBeLessThanOrEqual(limit);
  });
});
