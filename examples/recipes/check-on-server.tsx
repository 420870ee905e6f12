import { useState } from 'react';
import { type CallbackObject, ConnectButton, stateFrom } from 'react-360dialog-connect';

/** Your server mints the run's `state`: it takes no result without one. */
const prepare = stateFrom('/api/state');

/** Where the server is busy or cannot be reached, the same result is sent again. */
async function isKnown(result: CallbackObject): Promise<boolean> {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const response = await fetch('/api/clients', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(result),
    }).catch(() => null);
    if (response && response.status < 500) return response.ok;
    const seconds = Number(response?.headers.get('Retry-After')) || 2;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
  return false;
}

export function Connect() {
  const [note, setNote] = useState('');

  async function check(result: CallbackObject) {
    setNote('Checking…');
    setNote((await isKnown(result)) ? 'Connected.' : 'We could not check this. Please contact us.');
  }

  return (
    <>
      <ConnectButton partnerId="YOUR_PARTNER_ID" prepare={prepare} callback={check} />
      <p role="status">{note}</p>
    </>
  );
}
