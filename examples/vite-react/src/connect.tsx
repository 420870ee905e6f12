import { useState } from 'react';
import { type CallbackObject, ConnectButton } from 'react-360dialog-connect';

export function Connect() {
  const [result, setResult] = useState<CallbackObject>();
  return (
    <>
      <ConnectButton
        partnerId="YOUR_PARTNER_ID"
        callback={setResult}
        onError={(error) => console.warn(error)}
      />
      {result && <output>{JSON.stringify(result)}</output>}
    </>
  );
}
