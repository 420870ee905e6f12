import type { SandboxState } from './sandbox-state';

/** The API key of a channel; there is one at a time. */
export type ChannelKey = {
  id: string;
  apiKey: string;
  channelId: string;
  /** Where the channel's messages go. A new key begins without one. */
  webhook: { url: string; headers?: Record<string, string> } | null;
};

/** Makes a new key. The channel's older one is revoked, and its webhook dropped, as 360dialog does. */
export function issueChannelKey(state: SandboxState, channelId: string): ChannelKey {
  const key: ChannelKey = {
    id: crypto.randomUUID(),
    apiKey: `sandbox-${crypto.randomUUID()}`,
    channelId,
    webhook: null,
  };
  state.channelKeys.set(channelId, key);
  return key;
}

/** The key that is valid and reads like this. */
export const channelKeyOf = (
  state: SandboxState,
  apiKey: string | undefined,
): ChannelKey | undefined => [...state.channelKeys.values()].find((key) => key.apiKey === apiKey);
