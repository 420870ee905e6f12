import type { IoSignature } from 'react-360dialog-connect/core';
import { vi } from 'vitest';

export const signature: IoSignature = {
  io_signature: 'ab'.repeat(64),
  io_timestamp: 1775653748,
};

const settled = () => vi.advanceTimersByTimeAsync(0);

/** A signing endpoint that answers when the test says so. */
export function signingEndpoint() {
  let answer!: (answer: unknown) => void;
  let refuse!: (error: unknown) => void;
  const fetchIoSignature = vi.fn(
    (_request: { partnerId: string; signal: AbortSignal }) =>
      new Promise<IoSignature>((resolve, reject) => {
        answer = resolve as typeof answer;
        refuse = reject;
      }),
  );
  return {
    fetchIoSignature,
    answer(content: unknown) {
      answer(content);
      return settled();
    },
    refuse(error: unknown) {
      refuse(error);
      return settled();
    },
  };
}
