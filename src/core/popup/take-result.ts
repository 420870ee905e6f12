import { resultParameters } from '../result-parameters';
import { removeMark } from './attempt-record';
import { quietly } from './quietly';

/** The query whose result was taken, where it could not be taken out of the address. */
let taken: string | undefined;

/** What the hub may have sent this page. */
export const arrivedSearch = (): string => (location.search === taken ? '' : location.search);

/**
 * Takes the mark and the hub's parameters away from this page, so that they count once. Other
 * parameters stay, to the letter.
 */
export function takeResult(): void {
  removeMark();
  const { search } = location;
  quietly(() => {
    const url = new URL(location.href);
    const others = search
      .slice(1)
      .split('&')
      .filter((pair) => !isOfResult(pair));
    url.search = others.join('&');
    history.replaceState(history.state, '', url);
  });
  // Safari after 100 calls in 30 seconds, an address with credentials, or a router that knows better.
  if (location.search === search) taken = search;
}

// Behind a `&`, because a leading `?` of a name would be taken for the start of a query.
const isOfResult = (pair: string): boolean =>
  [...new URLSearchParams(`&${pair}`).keys()].some((name) => resultParameters.includes(name));
