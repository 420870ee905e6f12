'use client';

import type { ReactNode } from 'react';
import { keyframes, styled } from 'styled-components';
import { tokens } from './theme-variables';

const turn = keyframes`to { transform: rotate(1turn); }`;

const Svg = styled.svg.withConfig({ componentId: 'connect-button-glyph' })`
  display: block;
  flex: none;
  &[data-glyph='chat']:dir(rtl) { transform: scaleX(-1); }
  @media (prefers-reduced-motion: no-preference) {
    &[data-glyph='spinner'] { animation: ${turn} ${tokens.motion.spin} linear infinite; }
  }
`;

// Sized by attributes, so that the glyph is small even before a style sheet has come.
const glyph = (name: string, drawing: ReactNode) => (
  <Svg
    data-glyph={name}
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 24 24"
    width="1.25em"
    height="1.25em"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {drawing}
  </Svg>
);

/** Before an attempt. */
export const chatGlyph = glyph(
  'chat',
  <path d="M6 3h12a3 3 0 0 1 3 3v7.5a3 3 0 0 1-3 3h-7l-5 4v-4a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3ZM8 8h8M8 11.75h5" />,
);

/** While one runs. */
export const spinnerGlyph = glyph(
  'spinner',
  <>
    <circle cx="12" cy="12" r="9" opacity="0.3" />
    <path d="M12 3a9 9 0 0 1 9 9" />
  </>,
);

/** Once it is completed. */
export const successGlyph = glyph(
  'success',
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="m8 12.5 2.75 2.75L16 9.5" />
  </>,
);

/** Once it has failed. */
export const errorGlyph = glyph(
  'error',
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.5v5M12 16.25v.01" />
  </>,
);
