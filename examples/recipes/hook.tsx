import { useIntegratedOnboarding } from 'react-360dialog-connect';
import { save } from './your-app';

export function Connect() {
  const { status, error, open } = useIntegratedOnboarding({
    partnerId: 'YOUR_PARTNER_ID',
    callback: ({ client, channels }) => save(client, channels),
  });
  return (
    <button type="button" onClick={open}>
      {status === 'open' ? 'Continue in the window' : error ? 'Try again' : 'Connect WhatsApp'}
    </button>
  );
}
