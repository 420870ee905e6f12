import { finishedText } from '../../core/finished-text';

/** What `redirect.global.js` is: the build puts the text here, see scripts/redirect-script.ts. */
declare const builtRedirectScript: string;

/** What is the app's own on the page. */
type RedirectHtmlOptions = {
  openerOrigins: readonly string[];
  doneText: string | undefined;
  lang: string | undefined;
};

/** The page, which is the same for every request, and what it may do. */
export type RedirectHtml = { html: string; contentSecurityPolicy: string };

/** The redirect page as a text, with the one script in it that its policy lets run. */
export async function redirectHtml({
  openerOrigins,
  doneText: own,
  lang: langOfOwn = 'en',
}: RedirectHtmlOptions): Promise<RedirectHtml> {
  const script = builtRedirectScript;
  const doneText = own ?? finishedText;
  const lang = own === undefined ? 'en' : langOfOwn;
  const html = `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(doneText)}</title>
<link rel="icon" href="data:,">
<script data-opener-origin="${escapeHtml(openerOrigins.join(' '))}" data-done-text="${escapeHtml(doneText)}">${script}</script>
</head>
<body dir="auto"></body>
</html>
`;
  const directives = [
    "default-src 'none'",
    `script-src 'sha256-${await sha256(script)}'`,
    // The empty icon, without which browsers ask for /favicon.ico and note that they may not.
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { html, contentSecurityPolicy: directives.join('; ') };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For text, and for attributes in double quotes. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!);

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
