import { ConnectButton } from 'react-360dialog-connect';

export function Connect() {
  return (
    <ConnectButton
      partnerId="YOUR_PARTNER_ID"
      callback={({ client, channels }) => console.log(client, channels)}
      onError={(error) => console.warn(error)}
    />
  );
}
