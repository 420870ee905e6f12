import { type IoSignatureHandlerOptions, ioSignatureHandler } from 'react-360dialog-connect/server';
import { makeSigner, partnerId, second } from './signers';

export const endpoint = 'https://app.example/api/io-signature';

/** What the button of the same origin sends; `null` takes a header away. */
export function ask(headers: Record<string, string | null> = {}, init: RequestInit = {}) {
  const all = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return new Request(endpoint, { method: 'POST', headers: sent, ...init });
}

/** A handler that lets everybody in, unless told otherwise. */
export const makeHandler = (options: Partial<IoSignatureHandlerOptions> = {}) =>
  ioSignatureHandler({ signer: makeSigner(), authorize: () => true, ...options });

/** A signer that counts how often it was asked. */
export function countingSigner() {
  const signer = {
    partnerId,
    asked: 0,
    async sign() {
      signer.asked++;
      return { io_signature: 'a'.repeat(128), io_timestamp: second };
    },
  };
  return signer;
}

export const corsHeadersOf = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
