/**
 * `dist/element.global.js`: the element as one script that defines it by itself, and `Dialog360` as the
 * script of `360dialog-connect-button` has it.
 *
 *     <script src="element.global.js"></script>
 *     <dialog-connect-button partner-id="aAbBcCPA"></dialog-connect-button>
 */
import { defineConnectButton } from './define-connect-button';
import { Dialog360Connect } from './dialog-360-connect';

defineConnectButton();
// An app that imports it as a module is rendered on a server, too.
if (typeof window !== 'undefined') {
  Object.assign(window, {
    Dialog360: {
      Connect: Dialog360Connect,
      ConnectButton: customElements.get('dialog-connect-button'),
    },
  });
}
