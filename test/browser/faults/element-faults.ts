import { faults } from './all-faults';
import type { Fault } from './fault';

/** The rows that run with the element, too: each reaches it by another attribute, event or method. */
export const elementTitles = [
  'The client clicks, and the hub answers',
  'window.open gives null',
  'The popup blocker is on, and a script clicks',
  'The signing endpoint fails',
  'The client closes the popup while the signature is fetched',
  'The client double-clicks',
  'The client clicks again while the popup is open',
  "The app's own onClick prevents the launch",
  'Two buttons have attempts at once',
  'The app prepares, and then has the onboarding signed',
  'HTML stands in the label, the name and the state of the app',
  'The redirect page is the very route of the button',
  'The redirect page is of another origin that only redirectOrigins names',
  'The hub has COOP, and a click starts anew: both results arrive',
  'The button is unmounted while the popup is out',
  'The app is reloaded while the popup is out',
  'The app is reloaded, and has two buttons of one partner, which differ in their names',
  'The tab of the app is duplicated while it is hidden: one callback, in the first',
  'The app calls close()',
  'The timeout runs out',
  'The client closes the popup on the hub',
  "display 'redirect': the page leaves and comes back",
  "display 'auto': window.open gives no window, so the page leaves",
  'A link that no attempt asked for, with allowUnsolicited',
  'A link with a forged result is followed, cold',
];

export const elementFaults: Fault[] = elementTitles.map((title) => {
  const fault = faults.find((each) => each.title === title);
  if (!fault) throw new Error(`There is no row "${title}".`);
  return fault;
});
