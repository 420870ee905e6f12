import { ConnectButton } from '360dialog-connect-button';
import { useCallback, useState } from 'react';

type Result = { client: string; channels: string[]; revokedChannels?: string[] };

/** Only what the published button knows, so that replacing the import is the whole migration. */
export function Connect() {
  const [result, setResult] = useState<Result>();
  const callback = useCallback((connected: Result) => {
    localStorage.setItem('calls', `${localStorage.getItem('calls') ?? ''} ${connected.client}`);
    setResult(connected);
  }, []);
  return (
    <>
      <label>
        Note <input />
      </label>
      <ConnectButton
        partnerId="aAbBcCPA"
        callback={callback}
        requestedNumber="4915155501234"
        label="Connect 360dialog"
        env="prod"
        queryParameters={parameters}
        version="v1"
        useNewRedirect={false}
        className="connect"
        id="connect"
        title="Opens in a window of its own"
        style={{ margin: 8 }}
        data-tenant="7"
        {...(location.hash === '#on-click' && { onClick: () => (document.title = 'clicked') })}
      />
      {result && <output>{JSON.stringify(result)}</output>}
    </>
  );
}

// Outside, because the published button starts anew with every new object.
const parameters = { email: 'ana@bluebird.example', name: 'Ana & Söhne', next: 'signup' } as const;
