const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An ID as 360dialog's look: letters and digits, and `CL` or `CH` at the end. */
export function randomId(length: number, suffix: 'CL' | 'CH'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  const letters = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]);
  return letters.join('') + suffix;
}
