/**
 * `dist/redirect.global.js`: the redirect page's half as one script that runs by itself.
 *
 *     <script src="redirect.global.js" data-opener-origin="https://app.example.com"></script>
 */
import { forwardRedirect } from './index';

// An app that imports it as a module is rendered on a server, too.
const { openerOrigin, doneText } = globalThis.document?.currentScript?.dataset ?? {};
forwardRedirect({
  openerOrigins: openerOrigin?.split(/\s+/).filter(Boolean),
  doneText,
});
