import { Forward } from './forward';

/** The redirect URL. */
export default function Page() {
  return <Forward />;
}
