import type { ReactNode } from 'react';

/** A node, but `undefined` for one that React draws nothing of, like that of `isNew && <New />`. */
export const drawn = (node: ReactNode): ReactNode =>
  typeof node === 'boolean' || node === '' ? undefined : node;
