import { redirectParameters } from '../onboarding-redirect';

/** Takes the hub's parameters out of this page's address; others stay, to the letter. */
export function cleanAddress(): void {
  const url = new URL(location.href);
  url.search = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !redirectParameters.some((name) => new URLSearchParams(`?${pair}`).has(name)))
    .join('&');
  history.replaceState(history.state, '', url);
}
