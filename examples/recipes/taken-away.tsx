import { ConnectButton } from 'react-360dialog-connect';
import { forget, save } from './your-app';

export const Manage = () => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    label="Manage numbers"
    callback={({ client, channels, revokedChannels = [] }) => {
      save(client, channels);
      for (const channel of revokedChannels) forget(client, channel);
    }}
  />
);
