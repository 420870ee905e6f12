import { useState } from 'react';
import { type CallbackObject, ConnectButton } from 'react-360dialog-connect';

export function Connect() {
  const [note, setNote] = useState('');

  async function check(result: CallbackObject) {
    setNote('Checking…');
    const isKnown = await fetch('/api/clients', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(result),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    setNote(isKnown ? 'Connected.' : 'We could not check this. Please contact us.');
  }

  return (
    <>
      <ConnectButton partnerId="YOUR_PARTNER_ID" callback={check} />
      <p role="status">{note}</p>
    </>
  );
}
