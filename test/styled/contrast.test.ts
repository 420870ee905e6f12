import { type ConnectColors, connectTheme } from 'react-360dialog-connect/styled';
import { describe, expect, it } from 'vitest';
import { contrast } from '../helpers/contrast';

/** The lightest and the darkest page that a scheme is made for. */
const pages = { light: ['#ffffff', '#f2f5f4'], dark: ['#000000', '#182024'] } as const;
const schemes = ['light', 'dark'] as const;

type State = { name: string; text: string; background: string };

/** Every background that a text can stand on, the page included. */
function statesOf(colors: ConnectColors, page: string): State[] {
  const { focus, ...tones } = colors;
  return Object.entries(tones).flatMap(([tone, { text, ...backgrounds }]) => [
    ...Object.entries(backgrounds).map(([state, background]) => ({
      name: `${tone} ${state}`,
      text,
      background,
    })),
    ...(tone === 'fill' ? [] : [{ name: `${tone} on ${page}`, text, background: page }]),
  ]);
}

describe('contrast', () => {
  it('is computed as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBe(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  describe.each(schemes)('in the %s scheme', (scheme) => {
    const colors = connectTheme.color[scheme];

    it.each(pages[scheme].flatMap((page) => statesOf(colors, page)))(
      'of the text is at least 4.5:1: $name',
      ({ text, background }) => {
        expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
      },
    );

    it.each(pages[scheme].flatMap((page) => statesOf(colors, page)))(
      'of the focus ring is at least 3:1: $name',
      ({ background }) => {
        expect(contrast(colors.focus, background)).toBeGreaterThanOrEqual(3);
      },
    );

    it.each(pages[scheme])('of the solid button is at least 3:1 on %s', (page) => {
      for (const state of ['rest', 'hover', 'active'] as const) {
        expect(contrast(colors.fill[state], page)).toBeGreaterThanOrEqual(3);
      }
    });
  });
});
