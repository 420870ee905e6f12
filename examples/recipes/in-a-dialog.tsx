import { useState } from 'react';
import { ConnectButton } from 'react-360dialog-connect';

export function Settings() {
  const [isOpen, setOpen] = useState(false);
  const [client, setClient] = useState<string>();
  return (
    <>
      <p>{client ? `Connected: ${client}` : 'Not connected.'}</p>
      <button type="button" onClick={() => setOpen(true)}>
        Connect…
      </button>
      {isOpen && (
        <dialog open>
          <ConnectButton
            partnerId="YOUR_PARTNER_ID"
            callback={(result) => setClient(result.client)}
          />
          <button type="button" onClick={() => setOpen(false)}>
            Close
          </button>
        </dialog>
      )}
    </>
  );
}
