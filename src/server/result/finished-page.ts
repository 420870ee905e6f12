import { finishedText } from '../../core/finished-text';

/** Only a window that a script has opened can be closed by one. */
const script = 'close()';

/** The hash of the script: no other one runs in this page. */
const scriptHash = 'sha256-GFdus4tIg4GNX0lWNkkH/vMcNIl1NG7q7TWRqw2H0bM=';

/** Says that nothing more happens here, and closes itself where it can. */
export const finishedPage = (): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${finishedText}</title><p role="status">${finishedText}</p><script>${script}</script></html>`,
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; script-src '${scriptHash}'; frame-ancestors 'none'`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      },
    },
  );
