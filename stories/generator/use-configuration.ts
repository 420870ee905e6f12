import { useEffect, useState } from 'react';
import { type Configuration, fromHash, toHash } from './configuration';

/**
 * The window whose address people see: Storybook's, when it shows this page in its frame, and this
 * page itself everywhere else.
 */
function addressWindow(): Window {
  try {
    const path = new URLSearchParams(parent.location.search).get('path');
    return path?.startsWith('/story/generator') ? parent : window;
  } catch {
    return window; // Framed by a foreign page.
  }
}

const withHash = (address: string, hash: string) => address.replace(/#.*|$/s, hash && `#${hash}`);

/** An address that shows this configuration, on a page of its own. */
export const linkTo = (configuration: Configuration): string =>
  withHash(location.href, toHash(configuration));

/** An address for others: all of Storybook, with this configuration in it. */
export function shownLinkTo(configuration: Configuration): string {
  const storybook = new URL('./?path=/story/generator--generator', location.href);
  return withHash(storybook.href, toHash(configuration));
}

/** The configuration, kept in the address. */
export function useConfiguration() {
  const [configuration, setConfiguration] = useState(() => fromHash(addressWindow().location.hash));
  const hash = toHash(configuration);

  useEffect(() => {
    for (const each of new Set([window, addressWindow()])) {
      each.history.replaceState(each.history.state, '', withHash(each.location.href, hash));
    }
  }, [hash]);

  useEffect(() => {
    const shown = addressWindow();
    const read = () => setConfiguration(fromHash(shown.location.hash));
    shown.addEventListener('hashchange', read);
    return () => shown.removeEventListener('hashchange', read);
  }, []);

  return [configuration, setConfiguration] as const;
}
