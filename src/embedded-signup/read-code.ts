/** Reads what the SDK's callback got. Only a code is a success: `connected` may be an older session. */
export function readCode(response: unknown): { code: string | null; isConnected: boolean } {
  const { status, authResponse } = Object(response);
  const code: unknown = Object(authResponse).code;
  return {
    code: typeof code === 'string' && code !== '' ? code : null,
    isConnected: status === 'connected' || Boolean(authResponse),
  };
}
