/** One hint for the page, whatever the number of its buttons. */
let isHinted = false;

const hint =
  '360dialog-connect: this page was loaded with a result that no attempt on this origin asked for. It was ignored. Where your app runs on another origin (port, www., 127.0.0.1), see redirectOrigins; allowUnsolicited accepts Direct Links.';

/** Tells a developer why a result in the address did nothing. */
export function hintUnsolicited(): void {
  try {
    // biome-ignore lint/style/noRestrictedGlobals: bundlers put its value in, though a browser has no `process`
    if (process.env.NODE_ENV !== 'production' && !isHinted) {
      isHinted = true;
      console.warn(hint);
    }
  } catch {
    // A script that nobody bundled.
  }
}
