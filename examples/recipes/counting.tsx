import { ConnectButton } from 'react-360dialog-connect';
import { save, track } from './your-app';

export const Connect = () => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    callback={({ client, channels }) => save(client, channels)}
    onStatusChange={(status) => track('whatsapp', { status })}
    onError={({ code }) => track('whatsapp problem', { code })}
  />
);
