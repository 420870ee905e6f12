import { vi } from 'vitest';

/** Delivers at once, so that fake timers do not hold it back, and counts what was left open. */
export class FakeBroadcastChannel {
  static readonly openChannels = new Set<FakeBroadcastChannel>();
  onmessage: ((event: MessageEvent) => void) | null = null;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    FakeBroadcastChannel.openChannels.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of [...FakeBroadcastChannel.openChannels]) {
      if (other === this || other.name !== this.name) continue;
      other.onmessage?.(new MessageEvent('message', { data: structuredClone(data), origin }));
    }
  }

  close(): void {
    FakeBroadcastChannel.openChannels.delete(this);
  }
}

export function fakeBroadcastChannel(): typeof FakeBroadcastChannel {
  FakeBroadcastChannel.openChannels.clear();
  vi.stubGlobal('BroadcastChannel', FakeBroadcastChannel);
  return FakeBroadcastChannel;
}
