/** What could end its declaration or rule, or begin something else: a comment, an escape, markup. */
const leaves = /[;{}<>\\@!\p{Cc}]|\/\*/u;

/** A theme is no way to have a page ask other servers for something. */
const loads = /(url|src|image|image-set|cross-fade|element|paint)\(/i;

/** More than the longest list of fonts or shadows, and less than what takes long to read. */
const maxLength = 1000;

/**
 * Whether a value stays within its declaration. Themes may come from a database, where a tenant chose
 * them: a value that leaves its declaration could change the page around the button, and one with
 * `</style>` in it, rendered on a server, could run a script.
 */
export const isTokenValue = (value: unknown): value is string | number =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' &&
    value.length <= maxLength &&
    !leaves.test(value) &&
    !loads.test(value) &&
    isBalanced(value));

/** Every quote and bracket is closed, in the right order. */
function isBalanced(value: string): boolean {
  let rest = value.replace(/"[^"]*"|'[^']*'/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\([^()[\]]*\)|\[[^()[\]]*\]/g, '');
  }
  return !/["'()[\]]/.test(rest);
}
