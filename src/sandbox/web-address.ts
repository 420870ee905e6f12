/** Tells a complete `http:` or `https:` address, the only ones that the hub redirects to. */
export const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
