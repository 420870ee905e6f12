import { execFileSync } from 'node:child_process';

const has = (command: string) => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/**
 * Why a command is not there to test with; `null` when it is. On Debian, root gets its packages
 * installed.
 */
export function whyMissing(command: string, ...packages: string[]): string | null {
  if (has(command)) return null;
  if (!has('apt-get')) return `${command} is not installed, and there is no apt-get`;
  if (process.getuid?.() !== 0) return `${command} is not installed, and only root can install it`;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const args = ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...step];
      execFileSync('apt-get', args, { env, stdio: 'pipe', timeout: 300_000 });
    }
    return has(command) ? null : `apt-get installed no ${command}`;
  } catch (error) {
    return `apt-get could not install ${command}: ${(error as Error).message.split('\n')[0]}`;
  }
}
