import { ConnectButtonElement } from './connect-button-element';

const usualTag = 'dialog-connect-button';

/**
 * Makes the element known to the page. A tag that is taken stays as it is, so two copies of the library,
 * or the published package beside it, do no harm. On a server it does nothing.
 *
 * @param tag the element's name; has a `-` in it
 * @param registry another one than the page's
 * @throws DOMException the tag is no name of a custom element
 *
 * @example
 * import { defineConnectButton } from 'react-360dialog-connect/element';
 * defineConnectButton();
 */
export function defineConnectButton(
  tag: string = usualTag,
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  if (!registry || registry.get(tag)) return;
  // A registry takes a class once.
  registry.define(
    tag,
    tag === usualTag ? ConnectButtonElement : class extends ConnectButtonElement {},
  );
}
