// @vitest-environment node
import { forwardRedirect } from 'react-360dialog-connect/redirect';
import { expect, it } from 'vitest';

it('does nothing on a server, where an app may call it while it renders', async () => {
  expect(() => forwardRedirect({ openerOrigins: ['https://app.example'] })).not.toThrow();
  await expect(import('../../src/redirect/redirect-script')).resolves.toBeDefined();
  await expect(import('react-360dialog-connect/redirect/auto')).resolves.toBeDefined();
});
