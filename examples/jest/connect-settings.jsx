import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';

const problems = {
  popup_blocked: 'Please allow popups for this page.',
};

export function ConnectSettings() {
  const [note, setNote] = useState('No number yet.');
  return (
    <section>
      <ConnectButton
        partnerId="YOUR_PARTNER_ID"
        label="Connect WhatsApp"
        callback={({ channels }) => setNote(`Connected: ${channels.join(', ')}`)}
        onCancel={() => setNote('You closed the window. Nothing was changed.')}
        onError={({ code }) => setNote(problems[code] ?? 'That did not work.')}
      />
      <p role="status">{note}</p>
    </section>
  );
}
