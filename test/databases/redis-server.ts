import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const has = (command: string) => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Why there is no Redis to test with; `null` when there is. On Debian, root gets one installed. */
export function whyNoRedis(): string | null {
  if (has('redis-server')) return null;
  if (!has('apt-get')) return 'redis-server is not installed, and there is no apt-get';
  if (process.getuid?.() !== 0)
    return 'redis-server is not installed, and only root can install it';
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'redis-server']]) {
      const args = ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...step];
      execFileSync('apt-get', args, { env, stdio: 'pipe', timeout: 300_000 });
    }
    return has('redis-server') ? null : 'apt-get installed no redis-server';
  } catch (error) {
    return `apt-get could not install redis-server: ${(error as Error).message.split('\n')[0]}`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts an empty Redis that writes nothing to the disk. */
export async function startRedis(): Promise<{ port: number; stop(): Promise<void> }> {
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
    async stop() {
      server.kill();
      await ended;
    },
  };
}
