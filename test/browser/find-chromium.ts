import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';
import { whyMissing } from '../helpers/debian-package.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function installed(): string | undefined {
  const playwrights = chromium.executablePath();
  return existsSync(playwrights) ? playwrights : onPath();
}

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else Playwright's own, else the system's; on Debian,
 * and there as root only, it installs one.
 */
export function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  }
  const found = installed();
  if (found) return found;
  const reason = whyMissing('chromium', 'chromium');
  const fresh = onPath();
  if (fresh) return fresh;
  throw new Error(
    `The browser tests need Chromium: run \`npx playwright install chromium\`, or set CHROMIUM_PATH (${reason}).`,
  );
}
