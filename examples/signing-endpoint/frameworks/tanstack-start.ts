import { connected, ioSignature } from '../handlers';

// src/routes/api/io-signature.ts: createFileRoute('/api/io-signature')(ioSignatureRoute)
export const ioSignatureRoute = {
  server: { handlers: { POST: ({ request }: { request: Request }) => ioSignature(request) } },
};

// src/routes/connected.ts: createFileRoute('/connected')(connectedRoute)
export const connectedRoute = {
  server: { handlers: { GET: ({ request }: { request: Request }) => connected(request) } },
};
