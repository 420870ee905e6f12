/** Where a text ends that a section of the README cures. */
export const guide = (section: 'options' | 'errors' | 'the-redirect-page' | 'the-hook'): string =>
  `See https://www.npmjs.com/package/react-360dialog-connect#${section}`;
