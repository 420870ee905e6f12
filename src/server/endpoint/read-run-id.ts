import { readAtMost } from './read-at-most';

/** What a button sends is much shorter. */
const maxBytes = 1000;

/**
 * The `runId` in the body of a button's request. Where there is none, or a framework has read the body
 * before, the run gets one of the server's. The request stays as it was.
 */
export async function readRunId(request: Request): Promise<string | undefined> {
  try {
    const bytes = await readAtMost(maxBytes, request.clone());
    const { runId } = JSON.parse(new TextDecoder().decode(bytes)) as { runId?: unknown };
    if (typeof runId === 'string' && /^[\w-]{4,100}$/.test(runId)) return runId;
  } catch {
    // No JSON.
  }
}
