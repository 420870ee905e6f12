import { ConnectButton } from 'react-360dialog-connect';
import { save } from './your-app';

export const Connect = ({ user }: { user: { email: string; name: string; phone: string } }) => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    requestedNumber={user.phone}
    queryParameters={{ email: user.email, name: user.name, lang: 'de', next: 'signup' }}
    callback={({ client, channels }) => save(client, channels)}
  />
);
