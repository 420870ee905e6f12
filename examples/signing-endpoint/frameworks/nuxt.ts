import { connected, ioSignature } from '../handlers';

// The default export of server/api/io-signature.post.ts
export const ioSignatureRoute = defineEventHandler((event) => ioSignature(toWebRequest(event)));

// The default export of server/routes/connected.get.ts
export const connectedRoute = defineEventHandler((event) => connected(toWebRequest(event)));
