/** Everything that attempts can hold on a page. */
export type Remains = {
  /** How many listeners the window has of each type; types without one are missing. */
  listeners: Record<string, number>;
  timers: number;
  /** The names of the open channels. */
  channels: string[];
  /** The keys in the window's storage. */
  keys: string[];
};

export const nothing: Remains = { listeners: {}, timers: 0, channels: [], keys: [] };
