/** Base64 that needs no encoding in an address. */
export const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** 128 random bits, as 22 letters that need no encoding in an address. */
export const randomText = (): string => toText(crypto.getRandomValues(new Uint8Array(16)));
