import { connected, ioSignature } from '../handlers';

// app/routes/api.io-signature.ts
export const action = ({ request }: { request: Request }) => ioSignature(request);

// app/routes/connected.ts
export const loader = ({ request }: { request: Request }) => connected(request);
