// One of several processes that ensure API keys; bundled, because two hundred of them are started.
// Its jobs come as JSON: what is asked for, and at which moment it kills itself.
import { Pool } from 'pg';
import {
  createPartnerApi,
  ensureApiKey,
  type PostgresPool,
  postgresKeys,
} from 'react-360dialog-connect/server';
import type { KeyJob } from './start-key-process';

const job: KeyJob = JSON.parse(process.argv[2]!);
let moments = 0;

/** The process ends here and now, as by `kill -9`: no `finally` runs. */
function moment(): void {
  if (moments++ === job.diesAt) process.kill(process.pid, 'SIGKILL');
}

/** A statement that is killed beside has been sent: PostgreSQL runs it for nobody. */
function withMoments<Client extends Pick<PostgresPool, 'query'>>(client: Client): Client {
  const query = client.query.bind(client);
  client.query = async (text, values) => {
    moment();
    const answer = query(text, values);
    moment();
    const { rows } = await answer;
    moment();
    return { rows };
  };
  return client;
}

/** The server kills at two more moments: when a request has come, and when its work is done. */
async function fetchWithMoments(request: Request): Promise<Response> {
  moment();
  const headers = new Headers(request.headers);
  const killOn = [moments++, moments++].indexOf(job.diesAt ?? -1);
  if (killOn >= 0) headers.set('X-Kill', `${process.pid} ${['arrival', 'done'][killOn]}`);
  const response = await fetch(new Request(request, { headers }));
  moment();
  return response;
}

const pool = new Pool({ connectionString: job.databaseUrl, max: 2 });
const connect = pool.connect.bind(pool) as () => ReturnType<PostgresPool['connect']>;
const counted = withMoments({
  query: (text: string, values: unknown[]) => pool.query(text, values),
  connect: async () => {
    const connection = await connect();
    // The pool gives the same one out again.
    return Object.hasOwn(connection, 'query') ? connection : withMoments(connection);
  },
  options: pool.options,
});
const api = createPartnerApi({
  partnerId: job.partnerId,
  apiKey: 'sandbox-partner-api-key',
  baseUrl: `${job.hubUrl}/api/v2`,
  limiter: { acquire: async () => {} },
  fetch: fetchWithMoments,
});
const keys = postgresKeys(counted, { encryptionKey: job.encryptionKey });

const ensured = await Promise.all(
  job.channelIds.map((channelId) =>
    ensureApiKey({ ...job.options, api, keys, channelId, fetch: fetchWithMoments }),
  ),
);
await pool.end();
const found = ensured.map(({ apiKey, isNew }) => ({ apiKey, isNew }));
process.stdout.write(JSON.stringify(found));
