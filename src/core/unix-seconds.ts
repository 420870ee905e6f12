/** Tells UNIX seconds: ten digits until 2286. Milliseconds, the usual mistake, have thirteen. */
export const isUnixSeconds = (value: unknown): boolean => /^[1-9]\d{9}$/.test(`${value}`);
