import { getRequestListener } from '@hono/node-server';
import { connected, ioSignature } from './handlers';

const options = { overrideGlobalObjects: false };

export const ioSignatureListener = getRequestListener((request) => ioSignature(request), options);
export const connectedListener = getRequestListener(connected, options);
