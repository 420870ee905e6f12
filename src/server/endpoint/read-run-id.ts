/** What a button sends is much shorter. */
const maxLength = 1000;

/**
 * The `runId` in the body of a button's request. Where there is none, or a framework has read the body
 * before, the run gets one of the server's. The request stays as it was.
 */
export async function readRunId(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > maxLength) return;
  try {
    const { runId } = (await request.clone().json()) as { runId?: unknown };
    if (typeof runId === 'string' && /^[\w-]{4,100}$/.test(runId)) return runId;
  } catch {
    // No JSON.
  }
}
