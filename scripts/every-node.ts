/**
 * `npm run nodes`: the unit tests on every Node that a contributor may have, one after the other. The
 * npm package `node` brings each.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { nodeVersions } from './node-versions.ts';

/** The folder of a Node's binary, installed where it is not there yet. */
function binOf(version: number): string {
  const folder = join(tmpdir(), 'every-node', String(version));
  const bin = join(folder, 'node_modules', '.bin');
  if (!existsSync(join(bin, 'node'))) {
    mkdirSync(folder, { recursive: true });
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', `node@${version}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return bin;
}

function testOn(version: number): { node: string; said: string; isGreen: boolean } {
  const PATH = [binOf(version), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH, NO_COLOR: '1' };
  const node = execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim();
  process.stdout.write(`Node ${node}\n`);
  const { status, stdout } = spawnSync('npm', ['run', 'unit'], { env, encoding: 'utf8' });
  const said = stdout.match(/^ *(Tests|Duration) .*$/gm)?.join('  ') ?? '';
  if (status !== 0) process.stdout.write(stdout);
  process.stdout.write(`${said}\n`);
  return { node, said, isGreen: status === 0 };
}

const red = nodeVersions.map(testOn).filter(({ isGreen }) => !isGreen);
for (const { node } of red) process.stdout.write(`Not green: Node ${node}\n`);
process.exitCode = red.length > 0 ? 1 : 0;
