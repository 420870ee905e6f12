import type { EngineName } from '../engines/engine';
import { chapters } from './all-faults';
import { elementTitles } from './element-faults';
import type { EngineResults } from './run-faults';

const head = `# Fault matrix

Each row is a test: what happens, and all that comes of it. Where several tabs or buttons take part,
the app's own words say which. No attacker learned anything in any row. \`callback\`, \`cancel\` and
\`error\` are the app's functions; the rest are statuses.

✓ the engine did exactly this when the table was made. The last column is the published package,
\`360dialog-connect-button\` 1.0.2, in Chromium: it has no statuses, so that only \`callback\`, \`cancel\`,
\`error\` and what an attacker learns are compared.
`;

const withElement = `## With the element

These rows run with [\`<dialog-connect-button>\`](without-react.md#the-element) in the place of React, too, in the same
three engines, and the same comes of them:
`;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** Many equal attempts are said once. */
function words(told: string[]): string {
  return told.length > 12 ? `${told.slice(0, 3).join(', ')}, … (${told.length})` : told.join(', ');
}

/** The matrix as Markdown, from the results of each engine's run. */
export function faultTable(
  results: Record<EngineName, EngineResults>,
  published: EngineResults,
): string {
  const engines = Object.values(results);
  const tables = Object.entries(chapters).map(([chapter, faults]) => {
    const rows = faults.map(({ title, told, orTold, remain = ['app'] }) => {
      const marks = [...engines, published].map((each) =>
        each[title] === 'holds' ? '✓' : each[title]!,
      );
      const all = [told, ...(orTold ? [orTold] : [])].map(words).join('; or ');
      const cells = [title, all || '(nothing)', remain.join(', '), ...marks];
      return `| ${cells.map(cell).join(' | ')} |`;
    });
    const names = [...Object.keys(results), 'Published'];
    const columns = ['What happens', 'What the app is told', 'Windows left', ...names];
    return [
      `## ${chapter}\n`,
      `| ${columns.join(' | ')} |`,
      `|${columns.map(() => '---|').join('')}`,
      ...rows,
    ].join('\n');
  });
  const elementRows = [withElement, ...elementTitles.map((title) => `- ${title}`)].join('\n');
  return `${[head, ...tables, elementRows].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
