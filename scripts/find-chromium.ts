import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { commandPath } from './has-command.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function installed(): string | undefined {
  const playwrights = chromium.executablePath();
  return existsSync(playwrights) ? playwrights : names.map(commandPath).find(Boolean);
}

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else Playwright's own, else the system's.
 *
 * @throws Error which says in one line what to do
 */
export function findChromium(): string {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
  const found = chosen || installed();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}

/** Whether there is one; a `CHROMIUM_PATH` that names no file is the user's own matter. */
export const hasChromium = (): boolean => Boolean(process.env['CHROMIUM_PATH'] || installed());
