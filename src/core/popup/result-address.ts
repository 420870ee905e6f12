import { writeRecord } from './attempt-record';

/** Whether there is a result in this page's address at all; anything less is somebody else's. */
export const hasResult = () =>
  /[?&]client=/.test(location.search) && /[?&](channels|revoked)=/.test(location.search);

/**
 * Takes the mark and the hub's parameters away from this page, so that they count once. Other
 * parameters stay, to the letter.
 */
export function takeResult(): void {
  writeRecord();
  const url = new URL(location.href);
  url.search = url.search.replace(/(^\?|&)(client|channels|revoked|state)=[^&]*/g, '').slice(1);
  history.replaceState(history.state, '', url);
}
