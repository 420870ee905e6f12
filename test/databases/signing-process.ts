import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ClientName } from './clients';

/** One answer, and when it was given, in ms. */
export type Answer = { io_signature: string; io_timestamp: number; at: number };

const script = fileURLToPath(new URL('./sign-many.ts', import.meta.url));

/** Starts a Node process that is connected and waits for `go()`. */
export async function startSigningProcess(client: ClientName, port: number, count: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', script, client, String(port), String(count)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const answers: Answer[] = [];
  let claims = Number.NaN;
  let onAnswer = () => {};
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = JSON.parse(text);
      if (line.ready) return resolve();
      if ('claims' in line) {
        claims = line.claims;
        return;
      }
      answers.push(line);
      onAnswer();
    });
  });
  const died = closed.then(() => Promise.reject(new Error('The signing process ended early.')));
  await Promise.race([ready, died]);
  died.catch(() => {});

  return {
    answers,
    go: () => child.stdin.write('go\n'),
    /** Kills it, as an out-of-memory killer would, as soon as it has given so many answers. */
    killAfter(count: number) {
      onAnswer = () => answers.length >= count && child.kill('SIGKILL');
    },
    /** Waits for its end: the exit code, `null` when killed, and how many claims it took. */
    async end() {
      const [code] = (await closed) as [number | null];
      return { code, claims };
    },
  };
}
