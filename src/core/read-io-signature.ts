import { describeSignature } from './explain/describe-answer';
import type { IoSignature } from './types';
import { isUnixSeconds } from './unix-seconds';

/**
 * Checks what a signing endpoint answered. The text of an error names what is wrong, and holds none
 * of it.
 *
 * @throws TypeError
 */
export function readIoSignature(answer: unknown): IoSignature {
  const { io_signature, io_timestamp, state } = (answer ?? {}) as IoSignature;
  const refuse = (member: string) => {
    const error = new TypeError(member);
    describeSignature(error, answer);
    throw error;
  };
  if (!isText(io_signature)) refuse('io_signature');
  if (!isUnixSeconds(io_timestamp)) refuse('io_timestamp');
  // A server that minted an empty state meant to bind the result to something.
  if (state != null && !isText(state)) refuse('state');
  return { io_signature, io_timestamp, state };
}

/** Text that is not blank. */
const isText = (value: unknown) => typeof value === 'string' && /\S/.test(value);
