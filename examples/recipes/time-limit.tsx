import { ConnectButton } from 'react-360dialog-connect';
import { save, track } from './your-app';

export const Connect = () => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    timeout={30 * 60_000}
    callback={({ client, channels }) => save(client, channels)}
    onError={({ code }) => code === 'timeout' && track('whatsapp', { status: 'timeout' })}
  />
);
