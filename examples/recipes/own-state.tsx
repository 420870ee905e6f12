import { ConnectButton } from 'react-360dialog-connect';
import { save } from './your-app';

const random = crypto.randomUUID();

export const Connect = ({ projectId }: { projectId: string }) => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    queryParameters={{ state: `${projectId}.${random}` }}
    callback={({ client, channels, state }) => save(client, channels, state?.split('.')[0])}
  />
);
