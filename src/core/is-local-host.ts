/** Tells this very machine, as `URL.hostname` writes it. */
export const isLocalHost = (hostname: string): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1])$/.test(hostname);
