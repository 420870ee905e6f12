/** How long Meta's SDK may take to load. */
export const sdkTimeoutMs = 8000;

/**
 * How long the other answer is waited for. Integrators have seen 4 s between the two; the window's close
 * and a slow page come on top.
 */
export const graceMs = 6000;

/** How long Meta's code lives. */
export const codeMs = 30_000;

/** No `exchange` can succeed with a code that ended half a minute ago. */
export const exchangeMs = 60_000;
