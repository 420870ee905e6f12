import { connected, ioSignature } from '../handlers';

// In both files: without it, Astro calls them once, when it builds.
export const prerender = false;

// src/pages/api/io-signature.ts
export const POST = ({ request }: { request: Request }) => ioSignature(request);

// src/pages/connected.ts
export const GET = ({ request }: { request: Request }) => connected(request);
