// @vitest-environment node

import { ConnectButton, useIntegratedOnboarding } from 'react-360dialog-connect';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';

const browserGlobals = [
  'document',
  'location',
  'history',
  'screen',
  'origin',
  'sessionStorage',
  'localStorage',
  'BroadcastChannel',
  'addEventListener',
  'open',
] as const;

/** Notes whatever reaches for a browser. */
function watchGlobals(): string[] {
  const touched: string[] = [];
  for (const name of browserGlobals) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        touched.push(name);
      },
    });
    restore.push(() => {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
  return touched;
}
const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

const callbacks = { callback: vi.fn(), onError: vi.fn(), onStatusChange: vi.fn() };
function Status() {
  const { open, close, reset, ...snapshot } = useIntegratedOnboarding({
    partnerId: '',
    ...callbacks,
  });
  return <p>{JSON.stringify(snapshot)}</p>;
}

describe('on a server', () => {
  it('there is no window', () => {
    expect(typeof window).toBe('undefined');
  });

  it('the button renders as idle and touches no browser global', () => {
    const touched = watchGlobals();

    const html = renderToString(<ConnectButton partnerId="aAbBcCPA" callback={() => {}} />);

    expect(html).toBe(
      '<button type="button" class="360dialog-connect-button" data-status="idle">Connect 360dialog</button>',
    );
    expect(touched).toEqual([]);
  });

  it('markup in label is escaped', () => {
    const html = renderToString(
      <ConnectButton partnerId="p" callback={() => {}} label="<img src=x>" />,
    );

    expect(html).toContain('&lt;img src=x&gt;');
  });

  it('the hook gives the idle snapshot and runs no callback', () => {
    const touched = watchGlobals();
    const html = renderToString(<Status />);

    expect(html.replaceAll('&quot;', '"')).toBe(
      '<p>{"status":"idle","runId":null,"result":null,"error":null,"detached":false}</p>',
    );
    expect(Object.values(callbacks).flatMap(({ mock }) => mock.calls)).toEqual([]);
    expect(touched).toEqual([]);
  });

  it('every entry can be imported', async () => {
    const touched = watchGlobals();
    vi.resetModules();

    const entries = await Promise.all([
      import('react-360dialog-connect'),
      import('react-360dialog-connect/core'),
      import('react-360dialog-connect/redirect'),
      import('react-360dialog-connect/styled'),
    ]);

    expect(entries.map((entry) => Object.keys(entry).length > 0)).toEqual([true, true, true, true]);
    expect(touched).toEqual([]);
  });
});
