import { ConnectButton as PublishedButton } from '360dialog-connect-button';
import type { ReactNode } from 'react';
import { ConnectButton } from 'react-360dialog-connect';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

const callback = () => {};

const buttons: Record<string, (key: number) => ReactNode> = {
  plain: (key) => (
    <button key={key} type="button" className="360dialog-connect-button" onClick={() => callback()}>
      Connect 360dialog
    </button>
  ),
  published: (key) => <PublishedButton key={key} partnerId="aAbBcCPA" callback={callback} />,
  ours: (key) => <ConnectButton key={key} partnerId="aAbBcCPA" callback={callback} />,
};

/** Lets what React has put off to a task of its own run. */
async function settle() {
  for (let hop = 0; hop < 3; hop++) {
    const { port1, port2 } = new MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
    port1.close();
  }
}

/** @returns milliseconds until so many buttons are mounted and their effects have run */
async function mount(kind: string, count: number): Promise<number> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const elements = Array.from({ length: count }, (_, key) => buttons[kind]!(key));
  const startMs = performance.now();
  flushSync(() => root.render(elements));
  await settle();
  const tookMs = performance.now() - startMs;
  flushSync(() => root.unmount());
  container.remove();
  await settle();
  return tookMs;
}

Object.assign(window, { mount });
