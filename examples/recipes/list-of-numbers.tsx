import { useIntegratedOnboarding } from 'react-360dialog-connect';
import { save } from './your-app';

const random = crypto.randomUUID();

export function Numbers({ numbers }: { numbers: { id: string; phone: string }[] }) {
  const { status, open } = useIntegratedOnboarding({
    partnerId: 'YOUR_PARTNER_ID',
    callback: ({ client, channels, state }) => save(client, channels, state?.split('.')[0]),
  });
  return (
    <ul>
      {numbers.map(({ id, phone }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() =>
              open({ requestedNumber: phone, queryParameters: { state: `${id}.${random}` } })
            }
          >
            {status === 'open' ? 'Continue in the window' : `Connect ${phone}`}
          </button>
        </li>
      ))}
    </ul>
  );
}
