import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port';

/** Starts an empty Redis that writes nothing to the disk. */
export async function startRedis(): Promise<{
  port: number;
  url: string;
  stop(): Promise<void>;
}> {
  const port = await freePort();
  const args = `--port ${port} --bind 127.0.0.1 --appendonly no --dir /tmp --save`.split(' ');
  const server = spawn('redis-server', [...args, ''], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const ready = new Promise<void>((resolve) => {
    server.stdout.on('data', (text) => /Ready to accept/.test(String(text)) && resolve());
  });
  const died = ended.then(() => Promise.reject(new Error('redis-server ended at once.')));
  await Promise.race([ready, died]);
  died.catch(() => {});
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill();
      await ended;
    },
  };
}
