import { finishedText } from '../../core/finished-text';
import { noticeStyle } from '../../core/notice-style';

/** Only a window that a script has opened can be closed by one. */
const script = 'close()';

/** The hash of the script: no other one runs in this page. */
const scriptHash = 'sha256-GFdus4tIg4GNX0lWNkkH/vMcNIl1NG7q7TWRqw2H0bM=';

const style = `p{${noticeStyle}}`;

/** The same of the style sheet. */
const styleHash = 'sha256-hwyfPhwS19aMrDh19YN8jRRbvJa0xwHcrgnuRAYcp8E=';

/** Says that nothing more happens here, and closes itself where it can. */
export const finishedPage = (): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${finishedText}</title><style>${style}</style><p role="status">${finishedText}</p><script>${script}</script></html>`,
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; frame-ancestors 'none'`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      },
    },
  );
