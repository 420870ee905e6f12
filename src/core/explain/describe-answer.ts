/**
 * What is wrong with what a function of the app answered, in a development build. In one for
 * production these functions are empty. No text holds anything of the answer but names that we know.
 */

const must = 'It must be `{ io_signature, io_timestamp }`.';

const texts = {
  nothing: `The answer of \`fetchIoSignature\` is nothing: does the function return it? ${must}`,
  response: `The answer of \`fetchIoSignature\` is a Response: return \`await response.json()\`. ${must}`,
  text: `The answer of \`fetchIoSignature\` is a text, perhaps JSON that nobody parsed. ${must}`,
  camelCase: `The answer of \`fetchIoSignature\` has its names in camelCase or without \`io_\`. ${must}`,
  io_signature: `\`io_signature\` in the answer of \`fetchIoSignature\` is missing, empty, or no text. ${must}`,
  io_timestamp: `\`io_timestamp\` in the answer of \`fetchIoSignature\` is missing, or no UNIX seconds, ten digits. It must be the one that was signed.`,
  milliseconds: `\`io_timestamp\` in the answer of \`fetchIoSignature\` has milliseconds. It must be UNIX seconds, \`Math.floor(Date.now() / 1000)\`, the same that was signed.`,
  date: `\`io_timestamp\` in the answer of \`fetchIoSignature\` is a date. It must be UNIX seconds, ten digits, the same that was signed.`,
  state: `\`state\` in the answer of \`fetchIoSignature\` is empty, or no text: leave it out, or mint one.`,
  minted: 'The endpoint of `stateFrom` must answer `{ "state": … }`, a text that is not empty.',
} as const;

/** Whether a text is one of ours, and so may be shown. */
export const isDescribed = (text: unknown): text is string =>
  Object.values<unknown>(texts).includes(text);

/** @param error its text is the name of the member that is wrong, the first */
export function describeSignature(error: TypeError, answer: unknown): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: bundlers put its value in, though a browser has no `process`
    if (process.env.NODE_ENV !== 'production') {
      error.message = texts[whatIsWrong(error.message, answer)];
    }
  } catch {}
}

/** @param error about what the endpoint of `stateFrom` answered */
export function describeState(error: TypeError): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: as above
    if (process.env.NODE_ENV !== 'production') error.message = texts.minted;
  } catch {}
}

function whatIsWrong(member: string, answer: unknown): keyof typeof texts {
  if (answer == null) return 'nothing';
  if (typeof answer === 'string') return 'text';
  if (typeof Response === 'function' && answer instanceof Response) return 'response';
  const { io_timestamp } = answer as { io_timestamp?: unknown };
  if (member === 'io_signature') {
    const others = ['ioSignature', 'ioTimestamp', 'signature', 'timestamp'];
    return others.some((name) => name in Object(answer)) ? 'camelCase' : 'io_signature';
  }
  if (member === 'state') return 'state';
  if (io_timestamp instanceof Date || isDateText(io_timestamp)) return 'date';
  return /^\d{13}$/.test(`${io_timestamp}`) ? 'milliseconds' : 'io_timestamp';
}

const isDateText = (value: unknown): boolean =>
  typeof value === 'string' && Number.isNaN(Number(value)) && !Number.isNaN(Date.parse(value));
