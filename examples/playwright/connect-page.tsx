import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';

export function ConnectPage() {
  const [note, setNote] = useState('');
  const isTested = process.env.NODE_ENV !== 'production';
  const hub = isTested && new URLSearchParams(location.search).get('hub');
  const home = location.origin + location.pathname;
  return (
    <>
      <ConnectButton
        partnerId="aAbBcCPA"
        {...(hub && { onboardingUrl: hub, queryParameters: { redirect_url: home } })}
        callback={({ client }) => setNote(`Connected: ${client}`)}
      />
      <p role="status">{note}</p>
    </>
  );
}
