/**
 * Says what is wrong with `openerOrigins`, in a development build. In one for production, and in the
 * script files, this function is empty. Nothing of the value is in the text.
 */
export function describeOrigins(error: TypeError): void {
  try {
    // Bundlers put the value in, though a browser has no `process`; a script that nobody bundled throws.
    // biome-ignore lint/style/noRestrictedGlobals: see above
    if (process.env.NODE_ENV !== 'production') {
      error.message =
        'invalid openerOrigins: it must be a list of your app\'s origins, each a whole one with its scheme, such as ["https://app.example.com"]; `http:` only on localhost, and no pattern. The result is told to no other scheme (`app:`, `file:`), so an app of such a scheme takes it in a page of an https: origin. See https://www.npmjs.com/package/react-360dialog-connect#the-redirect-page';
    }
  } catch {}
}
