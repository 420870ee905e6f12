import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { channelEvent, signWebhook } from '../server/webhooks/send-webhook';

const script = fileURLToPath(new URL('./webhook-process.ts', import.meta.url));

type Line = { port?: number; mode?: string; handling?: string };

/** The lines that a process says, each of which somebody may be waiting for. */
function listenTo(child: ChildProcess) {
  const heard: Line[] = [];
  let onLine = () => {};
  createInterface({ input: child.stdout! }).on('line', (text) => {
    heard.push(JSON.parse(text));
    onLine();
  });
  return (isIt: (line: Line) => boolean) =>
    new Promise<Line>((resolve, reject) => {
      onLine = () => {
        const line = heard.find(isIt);
        if (line) resolve(line);
      };
      child.once('exit', () => reject(new Error('The process ended early.')));
      onLine();
    });
}

/** Starts a Node process that serves webhooks over HTTP. */
export async function startWebhookProcess(databaseUrl: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', script, databaseUrl], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const hear = listenTo(child);
  const { port } = await hear((line) => line.port !== undefined);
  return {
    /** What its handler does from now on. */
    async willDo(mode: 'succeed' | 'fail' | 'hang') {
      child.stdin.write(`${mode}\n`);
      await hear((line) => line.mode === mode);
    },
    /** Resolves once its handler has begun with an event. */
    isHandling: (id: string) => hear((line) => line.handling === id),
    /** Delivers an event as 360dialog does. */
    async deliver(id: string) {
      const body = channelEvent(id, 'channel_live');
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: { 'x-360dialog-signature': signWebhook(body) },
        body,
      });
      return { status: response.status, retryAfter: response.headers.get('retry-after') };
    },
    /** As an out-of-memory killer does: nothing of it runs any more, not even a `finally`. */
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
