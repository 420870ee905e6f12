import { useState } from 'react';
import { type CallbackObject, ConnectButton, ioSignatureFrom } from 'react-360dialog-connect';

const fetchIoSignature = ioSignatureFrom('/api/io-signature');

export function Connect() {
  const [result, setResult] = useState<CallbackObject>();
  return (
    <>
      <ConnectButton
        partnerId="sSiIgGPA"
        fetchIoSignature={fetchIoSignature}
        callback={setResult}
        onError={(error) => console.warn(error)}
      />
      {result && <output>{JSON.stringify(result)}</output>}
    </>
  );
}
