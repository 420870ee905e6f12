import { createServer } from 'node:http';
import { connectedListener, ioSignatureListener } from './listeners';

export const server = createServer((req, res) => {
  const [path] = (req.url ?? '').split('?');
  if (path === '/api/io-signature') return ioSignatureListener(req, res);
  if (path === '/connected') return connectedListener(req, res);
  res.writeHead(404).end();
});
