import { type ConnectColors, connectTheme } from '../src/styled/connect-theme.ts';
import { contrast } from './contrast.ts';

/** A color on another one. */
export type ColorPair = {
  /** The group of tokens, like `fill`. */
  tone: string;
  /** Whose ground it is, like `rest`; `page` where the page itself shows through. */
  on: string;
  front: string;
  ground: string;
  /** WCAG's, from 1 to 21. */
  ratio: number;
};

/** The page that shows through: the one of its kind with the least contrast. */
export const pages = { light: '#f2f5f4', dark: '#182024' } as const;

/** The kinds of pages. */
export const schemes = ['light', 'dark'] as const;

const pair = (tone: string, on: string, front: string, ground: string): ColorPair => ({
  tone,
  on,
  front,
  ground,
  ratio: contrast(front, ground),
});

/** Every text of the themed button on every ground that it can stand on, and the focus ring. */
export function colorPairs(scheme: (typeof schemes)[number]): ColorPair[] {
  const { focus, ...tones }: ConnectColors = connectTheme.color[scheme];
  const page = pages[scheme];
  return [
    ...Object.entries(tones).flatMap(([tone, { text, ...grounds }]) => {
      const own = Object.entries(grounds).map(([on, ground]) => pair(tone, on, text, ground));
      return tone === 'fill' ? own : [pair(tone, 'page', text, page), ...own];
    }),
    pair('focus', 'page', focus, page),
  ];
}
