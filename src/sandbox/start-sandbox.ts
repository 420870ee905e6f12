import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { hubPaths } from '../core/hub-address';
import { isAllowedHost } from './allowed-host';
import { facebookSdkPath } from './facebook/facebook-routes';
import { partnerApiPath } from './partner-api/partner-api-routes';
import { createSandboxApp, type SandboxApp } from './sandbox-app';

/** Where the sandbox listens. */
export type SandboxOptions = {
  /**
   * `0` takes any free port. Without it, the first free one from 3600 on.
   *
   * @default 3600
   */
  port?: number | undefined;
  /**
   * `localhost` is reached from this machine only, and answers to names of this machine only. Others
   * may give the sandbox away to the network.
   *
   * @default 'localhost'
   */
  host?: string | undefined;
};

/** A running sandbox. */
export type Sandbox = {
  /** Its start page, like `http://localhost:3600`. */
  url: string;
  /** For the button's `onboardingUrl`; `{partnerId}` stays in it, the button fills it in. */
  onboardingUrl: string;
  /** The `baseUrl` of `createPartnerApi`, like `http://localhost:3600/api/v2`. */
  partnerApiUrl: string;
  /**
   * For `sdkUrl` of Embedded Signup, with `url` in its `origins`: a stand-in for Meta's SDK and signup
   * window. `?ending=number` behind it ends each signup by itself.
   */
  facebookSdkUrl: string;
  /** Ends it at once, open connections and webhooks that wait included. */
  close(): Promise<void>;
};

/**
 * Starts a local stand-in for 360dialog's hub: the pages that your clients see in the popup, with
 * invented accounts and numbers, and the redirect at the end. Nothing of it reaches 360dialog.
 * It keeps everything in memory. For development, demos and tests only.
 *
 * @throws TypeError (as a rejection) when `host` is empty or no text, where Node would listen on every
 * address, and when `port` is none
 * @throws Error (as a rejection) when the given port is busy, or the host is none of this machine
 *
 * @example
 * const sandbox = await startSandbox({ port: 0 });
 * // <ConnectButton onboardingUrl={sandbox.onboardingUrl} … />
 * await sandbox.close();
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port, host = 'localhost' } = options;
  if (typeof host !== 'string' || host.trim() === '') {
    throw new TypeError('host must be a host name or an address, like "localhost".');
  }
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new TypeError('port must be a whole number from 0 to 65535.');
  }
  const app = createSandboxApp();
  const servers = await listenOnFirstFree(app, host, portsToTry(port)).catch((error: unknown) => {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    const message = port
      ? `Port ${port} on ${host} is busy. Choose another one, or 0 for any free port.`
      : `The sandbox found no free port on ${host}.`;
    throw new Error(message, { cause: error });
  });
  const url = `http://${urlHost(host)}:${portOf(servers[0]!)}`;
  return {
    url,
    onboardingUrl: `${url}${hubPaths.v2}`,
    partnerApiUrl: `${url}${partnerApiPath}`,
    facebookSdkUrl: `${url}${facebookSdkPath}`,
    close() {
      app.close();
      return closeAll(servers);
    },
  };
}

function portsToTry(port: number | undefined): number[] {
  if (port === undefined) return Array.from({ length: 100 }, (_, index) => 3600 + index);
  // Any free port has to be free in both address families, so it may take more than one try.
  return port === 0 ? [0, 0, 0, 0, 0] : [port];
}

async function listenOnFirstFree(
  app: SandboxApp,
  host: string,
  ports: number[],
): Promise<Server[]> {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const listener: RequestListener = (request, response) => {
    if (isAllowedHost(request.headers.host, host)) return answer(request, response);
    response.writeHead(421).end('This is a sandbox on localhost; it answers to no other name.');
  };
  let busy: unknown;
  for (const port of ports) {
    try {
      return await listenOn(host, port, listener);
    } catch (error) {
      if (!hasCode(error, 'EADDRINUSE')) throw error;
      busy = error;
    }
  }
  throw busy;
}

async function listenOn(host: string, port: number, listener: RequestListener): Promise<Server[]> {
  // Browsers try both for "localhost": with one of them only, they could reach another program.
  const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];
  const servers: Server[] = [];
  for (const address of addresses) {
    const server = createServer(listener);
    try {
      server.listen(servers[0] ? portOf(servers[0]) : port, address);
      await once(server, 'listening');
      servers.push(server);
    } catch (error) {
      const isOff = hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EAFNOSUPPORT');
      if (address === '::1' && isOff) continue;
      await closeAll(servers);
      throw error;
    }
  }
  return servers;
}

async function closeAll(servers: Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }),
  );
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

function urlHost(host: string) {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

const hasCode = (error: unknown, code: string) => (error as { code?: unknown })?.code === code;
