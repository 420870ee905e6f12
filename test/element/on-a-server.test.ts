// @vitest-environment node
import { expect, it } from 'vitest';

it('can be imported on a server, where it defines nothing', async () => {
  const { defineConnectButton } = await import('react-360dialog-connect/element');
  await import('../../src/element/element-script');

  expect(() => defineConnectButton()).not.toThrow();
  expect(globalThis).not.toHaveProperty('Dialog360');
});
