/** The targets of all links and pictures in a Markdown or MDX text, code left out. */
export function linksIn(markdown: string): string[] {
  const text = withoutCode(markdown);
  const patterns = [
    /\]\(\s*<?([^)\s>]*)>?(?:\s+["'][^)]*["'])?\s*\)/g,
    /^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm,
    /\b(?:href|src)=["']([^"']*)["']/g,
  ];
  return patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), ([, link]) => link!));
}

/** The anchor of a heading, as GitHub makes it; a second one of a page gets a number besides. */
export const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** The anchors of all headings of a text. */
export function anchorsIn(markdown: string): string[] {
  const seen = new Map<string, number>();
  const headings = withoutCode(markdown, { inline: false }).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm);
  return Array.from(headings, ([, heading]) => {
    const anchor = anchorOf(heading!);
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count ? `${anchor}-${count}` : anchor;
  });
}

function withoutCode(markdown: string, { inline = true } = {}): string {
  const text = markdown
    .replace(/^(\s*)(```+|~~~+)[\s\S]*?^\s*\2\s*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  return inline ? text.replace(/(`+)[^`][\s\S]*?\1/g, '') : text;
}
