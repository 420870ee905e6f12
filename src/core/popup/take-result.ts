import { removeMark } from './attempt-record';

/**
 * Takes the mark and the hub's parameters away from this page, so that they count once. Other
 * parameters stay, to the letter.
 */
export function takeResult(): void {
  removeMark();
  const url = new URL(location.href);
  url.search = url.search.replace(/(^\?|&)(client|channels|revoked|state)=[^&]*/g, '').slice(1);
  history.replaceState(history.state, '', url);
}
