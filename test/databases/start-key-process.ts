import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { EnsureApiKeyOptions } from 'react-360dialog-connect/server';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What a process does. */
export type KeyJob = {
  databaseUrl: string;
  hubUrl: string;
  partnerId: string;
  encryptionKey: string;
  channelIds: string[];
  options: Pick<EnsureApiKeyOptions, 'messagingWebhook' | 'rotate' | 'verify'>;
  /** The moment at which it is killed, counted from 0; without it, it lives. */
  diesAt?: number;
};

/** How it ended. */
type KeyOutcome = { wasKilled: boolean; found: { apiKey: string; isNew: boolean }[] };

/** Bundles the process once, so that starting it takes no longer than Node does. */
export async function buildKeyProcess() {
  const folder = await mkdtemp(join(tmpdir(), 'key-process-'));
  const outfile = join(folder, 'key-process.mjs');
  await build({
    entryPoints: [path('./key-process.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    alias: { 'react-360dialog-connect/server': path('../../src/server/index.ts') },
    external: ['pg-native'],
    // What is CommonJS in the bundle asks for Node's own modules.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  return {
    async run(job: KeyJob): Promise<KeyOutcome> {
      const child = spawn(process.execPath, [outfile, JSON.stringify(job)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let text = '';
      child.stdout.on('data', (data) => {
        text += data;
      });
      const [code, signal] = await once(child, 'close');
      if (signal === 'SIGKILL') return { wasKilled: true, found: [] };
      if (code !== 0) throw new Error(`The process ended with ${code ?? signal}.`);
      return { wasKilled: false, found: JSON.parse(text) };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
