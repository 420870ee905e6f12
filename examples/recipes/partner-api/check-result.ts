import {
  isPartnerApiError,
  isResultError,
  isStateBusyError,
  type VerifiedResult,
  verifyResult,
} from 'react-360dialog-connect/server';
import { partnerApi } from './partner-api';
import { states } from './states';

/** Yours: keeps the client and its channels for this user. It may run twice for one result. */
export type SaveResult = (userId: string, verified: VerifiedResult) => Promise<void>;

/** `POST /api/clients`: what the button's `callback` sends, checked before it is stored. */
export async function checkResult(request: Request, userId: string, save: SaveResult) {
  try {
    await verifyResult(await request.json(), {
      user: userId,
      states,
      api: partnerApi,
      onVerified: (verified) => save(userId, verified),
    });
    return Response.json({ ok: true });
  } catch (error) {
    if (isResultError(error)) return Response.json({ error: error.code }, { status: 403 });
    // Nobody knows yet. The same result can be sent again.
    if (isPartnerApiError(error) || isStateBusyError(error)) {
      const seconds = String(error.retryAfterSeconds ?? 30);
      return Response.json({ error: 'busy' }, { status: 503, headers: { 'Retry-After': seconds } });
    }
    throw error;
  }
}
