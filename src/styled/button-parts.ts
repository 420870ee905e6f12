'use client';

import { styled } from 'styled-components';

const part = (name: string) => ({ componentId: `connect-button-${name}` });

/** What stands beside the text. Drawn a little outwards, because a glyph has air of its own. */
export const Icon = styled.span.withConfig(part('icon'))`
  display: inline-flex;
  flex: none;
  align-items: center;
  &:first-child { margin-inline-start: -0.1875em; }
  &:last-child { margin-inline-end: -0.1875em; }
  &:only-child { margin-inline: 0; }
`;

/** The text; its own script decides its direction, so that the dots stand at its end. */
export const Text = styled.span.withConfig(part('text'))`
  min-inline-size: 0;
  overflow-wrap: break-word;
  unicode-bidi: plaintext;
  text-align: center;
  ${Icon} + & { text-align: start; }
`;

/** Only heard. `fixed`, because an absolute box can make a scrolled page longer. */
export const Announcement = styled.span.withConfig(part('announcement'))`
  position: fixed;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  pointer-events: none;
`;
