/// <reference types="vite/client" />
import { useEffect, useState } from 'react';
import type { EmbeddedSignupResult } from 'react-360dialog-connect/embedded-signup';
import { EmbeddedSignupButton } from 'react-360dialog-connect/embedded-signup/react';
import { beginRun, handIn, numbersNow, sayHello, tellOfLaunch } from './requests';

// Of your Meta app. The last one is the sandbox's, and not set in production.
const { VITE_META_APP_ID, VITE_META_CONFIG_ID, VITE_SOLUTION_ID, VITE_FACEBOOK_SDK_URL } =
  import.meta.env;

export function Connect() {
  /** The run that the next click starts. The server knows of it before the window opens. */
  const [state, setState] = useState<string>();
  const [news, setNews] = useState('');
  const numbers = useNumbers();

  useEffect(() => {
    if (!state) beginRun().then(setState, () => setNews('Log in again.'));
  }, [state]);

  async function take(signup: EmbeddedSignupResult) {
    setNews('Your number is on its way.');
    // Before anything is awaited: another click is another run.
    setState(undefined);
    setNews(await handIn(signup, state));
  }

  return (
    <>
      <EmbeddedSignupButton
        appId={VITE_META_APP_ID}
        configId={VITE_META_CONFIG_ID}
        solutionId={VITE_SOLUTION_ID}
        {...(VITE_FACEBOOK_SDK_URL && {
          sdkUrl: VITE_FACEBOOK_SDK_URL,
          origins: [new URL(VITE_FACEBOOK_SDK_URL).origin],
        })}
        disabled={!state}
        onClick={() => tellOfLaunch(state)}
        callback={take}
        onCancel={() => setNews('You can go on whenever you like.')}
        onError={({ code }) => setNews(`That did not work (${code}). Try again.`)}
      />
      <p role="status">{news}</p>
      <ul>
        {numbers.map(({ channelId, phoneNumber, isReady }) => (
          <li key={channelId}>
            {phoneNumber}{' '}
            {isReady ? (
              <button
                type="button"
                onClick={async () => setNews(await sayHello(channelId, '493055501234'))}
              >
                Send “Hello”
              </button>
            ) : (
              'is being set up'
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the server heard by webhooks. */
function useNumbers() {
  const [numbers, setNumbers] = useState<Awaited<ReturnType<typeof numbersNow>>>([]);
  useEffect(() => {
    const timer = setInterval(() => numbersNow().then(setNumbers, () => {}), 1000);
    return () => clearInterval(timer);
  }, []);
  return numbers;
}
