import { useState } from 'react';
import { type CallbackObject, ConnectButton } from 'react-360dialog-connect';

/** The button is on the redirect page too, so there is nothing else to do. */
export function Connect() {
  const [result, setResult] = useState<CallbackObject>();
  return (
    <>
      <ConnectButton partnerId="aAbBcCPA" callback={setResult} />
      {result && <output>{JSON.stringify(result)}</output>}
    </>
  );
}
