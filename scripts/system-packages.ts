/**
 * `npm test` and `npm run test:full` call this first: it installs what their tests need of the system
 * and npm cannot bring. On Debian, root gets it installed; elsewhere it says in one line what to
 * install.
 *
 *     tsx scripts/system-packages.ts chromium
 *     tsx scripts/system-packages.ts chromium firefox webkit redis postgres
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { hasChromium } from './find-chromium.ts';
import { hasCommand } from './has-command.ts';

type Part = {
  name: string;
  isThere(): boolean;
  /** Debian's. */
  packages: string[];
  /** Where there is no Debian to install them in. */
  remedy: string;
};

const commands = (...names: string[]) => ({ isThere: () => names.every(hasCommand) });

/** Debian keeps `initdb` outside of the path, and may have the commands of its clusters without a server. */
function hasDebianServer(): boolean {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.some((version) => existsSync(`${folder}/${version}/bin/initdb`));
}

/** What the tests need, by the word on the command line. */
const parts = {
  chromium: {
    name: 'Chromium',
    isThere: hasChromium,
    packages: ['chromium'],
    remedy: 'run `npx playwright install chromium`, or set CHROMIUM_PATH',
  },
  firefox: {
    name: 'Firefox',
    ...commands('firefox-esr'),
    packages: ['firefox-esr'],
    remedy: 'install `firefox-esr`',
  },
  webkit: {
    name: 'WebKit',
    ...commands('Xvfb', 'WebKitWebDriver'),
    packages: ['xvfb', 'webkit2gtk-driver'],
    remedy: 'install `Xvfb` and `WebKitWebDriver` of WebKitGTK',
  },
  redis: {
    name: 'Redis',
    ...commands('redis-server'),
    packages: ['redis-server'],
    remedy: 'install `redis-server`',
  },
  postgres: {
    name: 'PostgreSQL',
    isThere: () => hasCommand('initdb') || (hasCommand('pg_ctlcluster') && hasDebianServer()),
    packages: ['postgresql'],
    remedy: 'install `postgresql`',
  },
} satisfies Record<string, Part>;

/** Why there is nothing to test with; `null` where there is. */
export function whyMissing(part: keyof typeof parts): string | null {
  const { name, isThere, remedy } = parts[part];
  return isThere() ? null : `${name} is not there: ${remedy}`;
}

const canInstall = () => hasCommand('apt-get') && process.getuid?.() === 0;

function install(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const args = ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...step];
    execFileSync('apt-get', args, { env, stdio: 'pipe', timeout: 300_000 });
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function main(words: string[]): void {
  const unknown = words.filter((word) => !(word in parts));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}`);
  const wanted = words as (keyof typeof parts)[];
  const missing = wanted.filter((word) => whyMissing(word));
  if (missing.length > 0 && canInstall()) {
    say(`Installing for the tests: ${missing.join(', ')}`);
    try {
      install(missing.flatMap((word) => parts[word].packages));
    } catch (error) {
      // The tests say what they lack, too; those that need none of it can run.
      say(`apt-get could not: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  for (const word of wanted) {
    const why = whyMissing(word);
    if (why) say(why);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
