import { connectLabels } from '../src/styled/connect-labels.ts';
import { colorPairs, schemes } from './color-pairs.ts';
import { markdownTable } from './markdown-table.ts';

/** The tables of what the themed button looks like and says, by name. */
export const designTables = (): Record<string, string> => ({
  colors: colorTable(),
  labels: labelTable(),
});

function colorTable(): string {
  const [light, dark] = schemes.map(colorPairs) as [
    ReturnType<typeof colorPairs>,
    ReturnType<typeof colorPairs>,
  ];
  const cells = ({ front, ground, ratio }: (typeof light)[number]) => [
    `\`${front}\` on \`${ground}\``,
    `${ratio.toFixed(1)}:1`,
  ];
  return markdownTable([
    ['tokens', 'light', 'contrast', 'dark', 'contrast'],
    ...light.map((pair, index) => [
      `\`${pair.tone}\` on ${pair.on === 'page' ? 'the page' : `\`${pair.on}\``}`,
      ...cells(pair),
      ...cells(dark[index]!),
    ]),
  ]);
}

function labelTable(): string {
  const languages = Object.keys(connectLabels) as (keyof typeof connectLabels)[];
  const statuses = Object.keys(connectLabels.en) as (keyof typeof connectLabels.en)[];
  return markdownTable([
    ['status', ...languages.map((language) => `\`${language}\``)],
    ...statuses.map((status) => [
      `\`${status}\``,
      ...languages.map((language) => connectLabels[language][status]),
    ]),
  ]);
}
