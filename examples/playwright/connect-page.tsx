import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';

export function ConnectPage() {
  const [note, setNote] = useState('');
  const isTested = process.env.NODE_ENV !== 'production';
  const parameters = new URLSearchParams(isTested ? location.search : '');
  const hub = parameters.get('hub');
  const home = location.origin + location.pathname;
  return (
    <>
      <ConnectButton
        partnerId="aAbBcCPA"
        {...(hub && { onboardingUrl: hub, queryParameters: { redirect_url: home } })}
        display={parameters.get('display') === 'redirect' ? 'redirect' : 'popup'}
        timeout={1_800_000}
        callback={({ client }) => setNote(`Connected: ${client}`)}
        onCancel={() => setNote('You closed the window.')}
        onError={({ code }) => setNote(`Not connected: ${code}`)}
      />
      <p role="status">{note}</p>
    </>
  );
}
