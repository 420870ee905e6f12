import { ConnectButton } from 'react-360dialog-connect';
import { save } from './your-app';

export const Connect = ({ saveDraft }: { saveDraft: () => void }) => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    display="auto"
    onClick={saveDraft}
    callback={({ client, channels }) => save(client, channels)}
  />
);
