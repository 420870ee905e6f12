import { IoSignatureError } from '../../server/io-signature/io-signature-error';
import { verifyIoSignature } from '../../server/io-signature/verify-io-signature';
import type { Partner, RunQuery, SandboxState } from '../state/sandbox-state';
import { type RunProblem, runProblems } from './run-problem';

/** The platform secret of every partner here. Yours must never be in a page or a repository. */
export const sandboxPlatformSecret = 'sandbox-platform-secret';

/** Checks the signature of a run and spends it, as the hub does. `null`: it may start. */
export async function spendIoSignature(
  state: SandboxState,
  partner: Partner,
  { ioSignature, ioTimestamp }: RunQuery,
): Promise<RunProblem | null> {
  if (!ioSignature || !ioTimestamp) return runProblems.missingSignature;
  try {
    await verifyIoSignature({
      partnerId: partner.id,
      platformSecret: sandboxPlatformSecret,
      io_signature: ioSignature,
      io_timestamp: ioTimestamp,
    });
  } catch (error) {
    if (!(error instanceof IoSignatureError)) throw error;
    return error.code === 'expired' ? runProblems.expiredSignature : runProblems.wrongSignature;
  }
  if (state.spentSignatures.has(ioSignature)) return runProblems.usedSignature;
  state.spentSignatures.add(ioSignature);
  return null;
}
