/** @jsxImportSource hono/jsx */
import { formatPhoneNumber } from '../hub/phone-number';
import { askedChannels } from '../hub/run-step';
import type { Client, Run } from '../state/sandbox-state';
import { Choices } from './choices';
import { RunPage } from './run-page';

type PermissionsPageProps = { run: Run; client: Client; permitted: ReadonlySet<string> };

/** Where the client lets the partner create API keys for its channels. */
export const PermissionsPage = ({ run, client, permitted }: PermissionsPageProps) => (
  <RunPage
    title={`Allow ${run.partner.name} to use your numbers`}
    run={run}
    step="permissions"
    client={client}
    intro={
      <p class="lead">
        With your permission, <strong>{run.partner.name}</strong> can create API keys for the ticked
        numbers. Untick a number to take the permission away.
      </p>
    }
  >
    <form method="post" action={`/run/${run.id}/permissions`}>
      <Choices
        legend="Numbers"
        name="channel"
        type="checkbox"
        choices={askedChannels(run, client).map(({ id, phoneNumber }) => ({
          value: id,
          label: formatPhoneNumber(phoneNumber),
          note: permitted.has(id) ? 'allowed' : undefined,
          checked: run.settings.payment === 'partner' || permitted.has(id),
        }))}
      />
      <button type="submit">Allow</button>
    </form>
    {!run.query.number && (
      <p class="aside">
        <a href={`/run/${run.id}/numbers`}>Add a number</a>
      </p>
    )}
    <p class="aside">To stop here, close this window.</p>
  </RunPage>
);
