'use client';

import { css, keyframes, styled } from 'styled-components';

const part = (name: string) => ({ componentId: `connect-button-${name}` });

// Whole words decide how narrow it can be; the script decides its direction, so that the dots stand at
// its end.
const words = css`
  flex: 1 1 min-content;
  min-inline-size: 0;
  max-inline-size: max-content;
  overflow-wrap: break-word;
  unicode-bidi: plaintext;
  text-align: center;
`;

/** What stands beside the text. Drawn a little outwards, because a glyph has air of its own. */
export const Icon = styled.span.withConfig(part('icon'))`
  display: inline-flex;
  flex: none;
  grid-area: 1 / 2;
  align-items: center;
  &:first-child { margin-inline-start: -0.1875em; }
  &:last-child { margin-inline-end: -0.1875em; }
  &:only-child { margin-inline: 0; }
`;

/** The text, or the room for one: an attribute, which nobody finds, copies or hears. */
export const Text = styled.span.withConfig(part('text'))`
  ${words}
  &[data-text]::before { content: attr(data-text); }
`;

// Seen by a screen reader all the while: the status itself is true at once.
const clear = keyframes`from, to { opacity: 0; }`;
const shown = keyframes`from, to { visibility: visible; }`;

/**
 * Icon and text of one status. All lie on top of each other in one cell of the button, which is as large
 * as the largest. Where the longest word has no room beside the icon, it stands below.
 *
 * What comes before the window lasts for milliseconds, mostly: until it has lasted for 200, the button
 * goes on showing `idle`.
 */
export const Face = styled.span.withConfig(part('face'))`
  display: flex;
  flex-wrap: wrap;
  grid-area: 1 / 1;
  align-items: center;
  justify-content: center;
  gap: inherit;
  min-inline-size: 0;
  &[aria-hidden] { visibility: hidden; }
  [data-status='preparing'] > &, [data-status='signing'] > & {
    &[data-face='status'] { animation: ${clear} 200ms; }
    &[data-face='idle'] { animation: ${shown} 200ms; }
  }
`;

/** Room for a status: as wide as its glyph and its text. */
export const Room = styled(Face).withConfig(part('room'))`
  &::before { content: ''; flex: none; inline-size: 1.0625em; block-size: 1.25em; }
  &::after { content: attr(data-text); ${words} }
`;

/** Only heard. `fixed`, because an absolute box can make a scrolled page longer. */
export const HeardOnly = styled.span.withConfig(part('heard'))`
  position: fixed;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  pointer-events: none;
`;
