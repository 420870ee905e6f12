/** How often a popup is looked at, and how far apart two good readings of it are at least. */
export const pollMs = 250;

/**
 * How long a message may be on its way: a popup that closed itself is no cancel before, and what
 * came on the lines counts no longer than that.
 */
export const graceMs = 1500;

/**
 * How long the redirect page waits for an answer until it says that it is finished. An opener that
 * holds a result for `graceMs` must be able to answer until then, so it is not shorter.
 */
export const answerMs = graceMs;

/** How long a window that gave no popup may take to turn out to be the popup itself. */
export const blockedMarkMs = 1000;

/** How long a document that goes on with an attempt waits for the one before it to let go. */
export const lockMs = 2000;

/** When nobody can see any more whether the popup is closed, the attempt is over after this. */
export const abandonMs = 1_800_000;

/** How long a window remembers an attempt. */
export const recordMs = 86_400_000;

/** No longer timeout is kept: a browser's timer can wait for 24 days and would fire at once. */
export const maxTimeoutMs = 2e9;

/** How many attempts of a page may wait for a late result. */
export const maxLate = 5;
