import type { Globals } from 'storybook/internal/types';

const labels: Record<string, string> = {
  en: 'Connect 360dialog',
  de: '360dialog verbinden',
  es: 'Conectar 360dialog',
  pt: 'Conectar o 360dialog',
  ar: 'ربط 360dialog',
};

/** The label in the language of the toolbar. */
export const labelIn = ({ language }: Globals): string => labels[language] ?? labels['en']!;

/** The hub's language, where it speaks the toolbar's. */
export const hubLanguage = ({ language }: Globals) =>
  ['de', 'en', 'pt'].includes(language) ? { lang: language as string } : {};
