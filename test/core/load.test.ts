import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IoSignature } from 'react-360dialog-connect/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LightBrowser } from '../model/light-browser';
import { buildLibrary, LightDocument } from '../model/light-document';
import { LightStorage } from '../model/light-storage';
import { nothing } from '../model/remains';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapInUse(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Taken before the tests fake them; without a tick now and then no time limit would be noticed. */
const realNow = performance.now.bind(performance);
const realTick = promisify(setImmediate);

const attempts = 10_000;
const warmUp = 1000;
/** Of those cancelled by closing, so many may still get a late result. */
const maxLate = 5;
/** An attempt that is kept takes several kB. */
const maxGrowthMb = 5;

it('10,000 attempts leave no listener, timer, channel or key, and no memory in use', {
  timeout: 120_000,
}, async () => {
  const browser = new LightBrowser();
  const page = new LightDocument(browser, new LightStorage(), await buildLibrary());
  const { createOnboarding } = page.library;
  const told = { results: 0, cancels: 0, errors: 0 };
  const callbacks = {
    partnerId: 'aAbBcCPA',
    callback: () => told.results++,
    onCancel: () => told.cancels++,
    onError: () => told.errors++,
  };
  const plain = createOnboarding(callbacks);
  const signed = createOnboarding({
    ...callbacks,
    timeout: 60_000,
    fetchIoSignature: () => Promise.reject<IoSignature>(new Error('503')),
  });

  const open = (onboarding = plain) => {
    onboarding.open();
    const popup = browser.popups.pop()!;
    popup.isLoaded = true;
    return popup;
  };
  const ways = [
    function complete() {
      const popup = open();
      const search = `?client=c&channels=[x]&state=${popup.state}`;
      const source = popup as unknown as Window;
      page.dispatch(new MessageEvent('message', { data: search, origin: location.origin, source }));
    },
    function closeTheWindow() {
      const popup = open();
      vi.advanceTimersByTime(1000);
      popup.leave();
      vi.advanceTimersByTime(2500);
    },
    function close() {
      open();
      plain.close();
    },
    async function failToSign() {
      open(signed);
      for (let i = 0; i < 5; i++) await Promise.resolve();
    },
  ];
  const run = async (count: number) => {
    for (let i = 0; i < count; i++) {
      await ways[i % ways.length]!();
      if (i % 1000) continue;
      await realTick();
      expect(page.remains().channels.length).toBeLessThanOrEqual(maxLate);
    }
  };

  await run(warmUp);
  const before = heapInUse();
  const startedAt = realNow();
  await run(attempts);
  const seconds = (realNow() - startedAt) / 1000;
  const growth = heapInUse() - before;

  // biome-ignore lint/suspicious/noConsole: the numbers belong in the output.
  console.info(
    `${attempts} attempts: ${seconds.toFixed(1)} s, heap ${before.toFixed(2)} MB, ` +
      `grown by ${growth.toFixed(2)} MB`,
  );
  const all = attempts + warmUp;
  expect(told).toEqual({ results: all / 4, cancels: all / 2, errors: all / 4 });
  vi.advanceTimersByTime(2001); // What is over is locked a little longer.
  const { listeners, channels, timers, keys } = page.remains();
  expect(listeners).toEqual({ message: maxLate, storage: maxLate });
  expect(channels).toHaveLength(maxLate);
  expect([timers, keys]).toEqual([0, []]);
  plain.reset();
  signed.reset();
  vi.advanceTimersByTime(2001);
  expect(page.remains()).toEqual(nothing);
  expect(growth).toBeLessThan(maxGrowthMb);
});
