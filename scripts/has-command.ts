import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file that a command runs; `undefined` where there is none on the path. */
export function commandPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/** Whether a command is on the path. */
export const hasCommand = (name: string): boolean => commandPath(name) !== undefined;
