import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

const marked = /(<!-- file: (\S+) -->\n)[\s\S]*?(<!-- \/file -->)/g;

/** Puts whole files between their marks: `<!-- file: examples/… -->` and `<!-- /file -->`. */
export const withFiles = (page: string): string =>
  page.replace(marked, (_, open: string, path: string, close: string) => {
    const text = readFileSync(path, 'utf8').trim();
    return `${open}\n\`\`\`${extname(path).slice(1)}\n${text}\n\`\`\`\n\n${close}`;
  });

/** The files that a page has places for. */
export const filesIn = (page: string): string[] =>
  Array.from(page.matchAll(marked), ([, , path]) => path!);

/** A page without them, such as for a look at the code that stands nowhere else. */
export const withoutFiles = (page: string): string => page.replace(marked, '');
