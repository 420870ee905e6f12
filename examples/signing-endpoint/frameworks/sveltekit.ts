import { connected, ioSignature } from '../handlers';

// src/routes/api/io-signature/+server.ts
export const POST = ({ request }: { request: Request }) => ioSignature(request);

// src/routes/connected/+server.ts
export const GET = ({ request }: { request: Request }) => connected(request);
