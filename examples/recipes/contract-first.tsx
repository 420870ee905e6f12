import { ConnectButton, type Prepare } from 'react-360dialog-connect';
import { save } from './your-app';

const makeContract: Prepare = async ({ signal }) => {
  const response = await fetch('/api/contracts', { method: 'POST', signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const { contractId, state, plan } = await response.json();
  return { partner: contractId, state, plan_selection: plan };
};

export const Connect = () => (
  <ConnectButton
    partnerId="YOUR_PARTNER_ID"
    prepare={makeContract}
    holdingText="We are preparing your contract…"
    popup={{ width: 1000, height: 800 }}
    callback={({ client, channels, state }) => save(client, channels, state)}
  />
);
