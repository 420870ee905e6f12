/**
 * Gives a page a style sheet of no element, which a strict CSP does not forbid.
 *
 * @param page its window, or a shadow root in one: a document takes no style sheet of another one
 * @returns nothing in Safari before 16.4, which has no such style sheets
 */
export function dressPage(
  page: Pick<typeof window, 'CSSStyleSheet'> & { document: DocumentOrShadowRoot },
  css: string,
): CSSStyleSheet | undefined {
  try {
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(css);
    page.document.adoptedStyleSheets = [...page.document.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    // It stays as it is.
  }
}
