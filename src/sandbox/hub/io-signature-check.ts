import { IoSignatureError } from '../../server/io-signature/io-signature-error';
import { verifyIoSignature } from '../../server/io-signature/verify-io-signature';
import type { Partner, RunQuery, SandboxState } from '../state/sandbox-state';
import type { RunProblem } from './run';

/** The platform secret of every partner here. Yours must never be in a page or a repository. */
export const sandboxPlatformSecret = 'sandbox-platform-secret';

const problem = (title: string, forDeveloper: string): RunProblem => ({
  title,
  forClient:
    'Please close this window, go back to the company that sent you here, and start again there.',
  forDeveloper,
});

const missing = problem(
  'This link needs a signature',
  'The partner has IO Signatures switched on: give the button fetchIoSignature, so that it sends io_signature and io_timestamp.',
);
const wrong = problem(
  'We cannot verify this link',
  'io_signature must be the HMAC-SHA512, in lowercase hex, of {partnerId}|{io_timestamp} with the platform secret, and io_timestamp its UNIX seconds.',
);
const expired = problem(
  'This link has expired',
  'An IO Signature is valid for 24 hours. Have your server make a new one for each click.',
);
const used = problem(
  'This link was used already',
  'An IO Signature starts one onboarding. Never cache one, and never sign twice in one second: createIoSigner takes care of that.',
);

/** Checks the signature of a run and spends it, as the hub does. `null`: it may start. */
export async function spendIoSignature(
  state: SandboxState,
  partner: Partner,
  { ioSignature, ioTimestamp }: RunQuery,
): Promise<RunProblem | null> {
  if (!ioSignature || !ioTimestamp) return missing;
  try {
    await verifyIoSignature({
      partnerId: partner.id,
      platformSecret: sandboxPlatformSecret,
      io_signature: ioSignature,
      io_timestamp: ioTimestamp,
    });
  } catch (error) {
    if (!(error instanceof IoSignatureError)) throw error;
    return error.code === 'expired' ? expired : wrong;
  }
  if (state.spentSignatures.has(ioSignature)) return used;
  state.spentSignatures.add(ioSignature);
  return null;
}
