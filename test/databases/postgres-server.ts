import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';

const debianFolder = '/usr/lib/postgresql';

/** The folder of `initdb`: Debian keeps each version in one of its own, outside of the path. */
async function findPrograms(): Promise<string> {
  const versions = await readdir(debianFolder).catch(() => []);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest ? join(debianFolder, newest, 'bin') : '';
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Starts an empty PostgreSQL that does not wait for the disk. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const programs = await findPrograms();
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  if (user) await chown(folder, user.uid, user.gid);
  const start = (program: string, args: string[], stdio: SpawnOptions['stdio']) =>
    spawn(join(programs, program), args, { ...user, cwd: folder, stdio });

  const data = join(folder, 'data');
  const asks = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'];
  const [code] = await once(start('initdb', asks, ['ignore', 'ignore', 'inherit']), 'exit');
  if (code !== 0) throw new Error('initdb failed.');

  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
  const args = ['-D', data, '-p', String(port), '-k', folder, ...settings];
  const server = start('postgres', args, ['ignore', 'ignore', 'pipe']);
  const ended = once(server, 'exit');
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: server.stderr! }).on('line', (line) => {
      if (/ready to accept connections/.test(line)) resolve();
    });
  });
  const died = ended.then(() => Promise.reject(new Error('postgres ended at once.')));
  await Promise.race([ready, died]);
  died.catch(() => {});
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      // Lets connections that are being closed end in peace.
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
