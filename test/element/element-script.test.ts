import { mockOnboarding } from 'react-360dialog-connect/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../../src/element/element-script';

type Connect = {
  openConnect(): void;
  updateOptions(options: object): void;
  getPermissionUrl(): string;
};
type Dialog360 = { Connect: new (options: object) => Connect; ConnectButton: unknown };
const { Dialog360 } = window as unknown as { Dialog360: Dialog360 };

const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH'] };
let onboarding: ReturnType<typeof mockOnboarding>;
beforeEach(() => {
  onboarding = mockOnboarding();
});
afterEach(() => onboarding.restore());

it('defines the element', () => {
  expect(customElements.get('dialog-connect-button')).toBe(Dialog360.ConnectButton);
});

it('offers the element that the page has, where another copy has defined it', async () => {
  vi.resetModules();

  await import('../../src/element/element-script');

  const { ConnectButton } = (window as unknown as { Dialog360: Dialog360 }).Dialog360;
  expect(ConnectButton).toBe(customElements.get('dialog-connect-button'));
});

it('offers Dialog360.Connect, which tells the page of its result', () => {
  const told = vi.fn();
  addEventListener('dialog-connect-callback', ({ detail }) => told(detail), { once: true });
  const connect = new Dialog360.Connect({ partnerId: 'aAbBcCPA' });

  connect.openConnect();
  onboarding.complete(result);

  expect(told.mock.calls).toEqual([[result]]);
});

it('Dialog360.Connect leaves an option that is told to be undefined', () => {
  const connect = new Dialog360.Connect({ partnerId: 'aAbBcCPA', env: 'rc' });

  connect.updateOptions({ partnerId: undefined, env: undefined, version: 'v2' });

  expect(connect.getPermissionUrl()).toBe('https://rc-app.360dialog.com/onboarding/aAbBcCPA');
});

it('Dialog360.Connect takes new options, and a callback', () => {
  const callback = vi.fn();
  const connect = new Dialog360.Connect({ partnerId: 'aAbBcCPA', callback });

  connect.updateOptions({ partnerId: 'dDeEfFPA', version: 'v2' });
  expect(connect.getPermissionUrl()).toBe('https://app.360dialog.com/onboarding/dDeEfFPA');
  connect.openConnect();
  onboarding.complete(result);

  expect(onboarding.lastUrl).toContain('/onboarding/dDeEfFPA');
  expect(callback.mock.calls).toEqual([[result]]);
});
