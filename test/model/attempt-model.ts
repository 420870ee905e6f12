import type { OnboardingErrorCode } from 'react-360dialog-connect/core';

/** How an attempt can end. `client` names the message that brought the result. */
export type Outcome =
  | { kind: 'result'; client: string; channels: string[]; state?: string }
  | { kind: 'cancel' }
  | { kind: 'error'; code: OnboardingErrorCode };

/** What the app may be asked for in an attempt. */
export type Request = 'preparation' | 'signature';

/**
 * An outcome that may come from `from` until `until`, and must have come by `due` unless another one
 * came first. Times are milliseconds of the page's clock.
 */
type Expected = { outcome: Outcome; from: number; due: number; until: number };

/** What a message says. */
export type Content = 'right state' | 'no state' | 'other state' | 'unreadable' | 'no result';

/**
 * Whom a message comes from: `popup` is the attempt's own on an allowed origin; `window` another one
 * on such an origin; `marked` carries the attempt's ID on a line of the app's origin; `shown` too, and
 * the popup itself shows it there.
 */
export type Binding = 'popup' | 'window' | 'marked' | 'shown' | 'none';

/** An attempt that nobody can see ends by itself: 30 minutes. */
const abandonMs = 1_800_000;

const cancelled: Outcome = { kind: 'cancel' };
const failed = (code: OnboardingErrorCode): Outcome => ({ kind: 'error', code });
const isSame = (a: Outcome, b: Outcome) => JSON.stringify(a) === JSON.stringify(b);

/** One click, as the contract tells it; it knows nothing of how the library does it. */
export class AttemptModel {
  /** Which of the page's buttons was clicked, or goes on with it. */
  button: number;
  /** The app's own. */
  state: string | undefined;
  readonly options: { isPrepared: boolean; isSigned: boolean; timeout: number | undefined };
  /** `late`: has had its outcome or was superseded, but still takes a result. */
  phase: 'preparing' | 'signing' | 'open' | 'late' | 'over';
  /** What it asks the app for before it asks the hub, in order. */
  readonly asked: Request[] = [];
  isDetached = false;
  /** The page was hidden since the hub was asked, so its record is kept for a reload. */
  isKept = false;
  /** Something came on its lines that may be its result. */
  #isPromising = false;
  /** Superseded before the hub was asked: there can be no result. */
  #isDeaf = false;
  /** Began in a document before this one, so its popup cannot be told from other windows. */
  isResumed = false;
  /** Its document was left, and nothing of it was kept. */
  isForgotten = false;
  /** When the popup showed the hub. */
  loadedAt: number | undefined;
  /** When the popup was closed, or was cut off and seems closed. */
  goneAt: number | undefined;
  /** The server's, so it must come back. */
  #isMinted = false;
  #expected: Expected[] = [];
  /** Marked messages that came while the popup was to be seen. */
  #held: { at: number; outcome: Outcome | null }[] = [];

  constructor(
    button: number,
    now: number,
    state: string | undefined,
    options: AttemptModel['options'],
  ) {
    this.button = button;
    this.state = state;
    this.options = options;
    const { isPrepared, timeout } = options;
    if (isPrepared) {
      this.phase = 'preparing';
      this.asked.push('preparation');
    } else {
      this.phase = this.#afterPreparing();
    }
    if (timeout) this.#expect(failed('timeout'), now + timeout);
  }

  get isRunning(): boolean {
    return this.#isBeforeHub || this.phase === 'open';
  }

  get #isBeforeHub(): boolean {
    return this.phase === 'preparing' || this.phase === 'signing';
  }

  /** A click starts a new attempt, for nothing is to be expected of this one. */
  get isGivenUp(): boolean {
    return this.isDetached || (this.goneAt != null && !this.#isPromising);
  }

  /** The popup was closed by the client or cut off by the browser: its opener sees no difference. */
  lose(now: number): void {
    if (this.goneAt != null || !this.isRunning) return;
    this.goneAt = now;
    const seen = now - (this.loadedAt ?? now);
    if (this.#isBeforeHub) this.#expect(cancelled, now, now + 1000);
    // Seen too shortly to be believed: it may be cut off, and then ends when nobody waits any more.
    else if (seen < 250) this.#expect(cancelled, now + abandonMs, now + abandonMs + 1000);
    // 1.5 s of grace for a message on its way, and 2.5 s at most. Whether the handle has proved
    // good is sure after a second only: two readings, 250 ms apart, by a poll of 250 to 500 ms.
    else if (seen >= 1000) this.#expect(cancelled, now + 1500, now + 2500);
    else {
      this.#allow(cancelled, now + 1500, now + 2500);
      this.#allow(cancelled, now + abandonMs, now + abandonMs + 2500);
    }

    this.#held.forEach(({ at, outcome }, index) => {
      const left = at + 1500 - now;
      if (!outcome || left < 0) return;
      // The last one is looked at within a poll; if it came just in time, it may or may not count.
      const isSure = index === this.#held.length - 1 && left >= 500 && this.phase === 'open';
      if (isSure) this.#expect(outcome, now, now + 500);
      else this.#allow(outcome, now, at + 1500);
    });
  }

  /** A message that may be meant for it came. */
  hear(now: number, binding: Binding, content: Content, client: string): void {
    if (this.phase === 'over' || !this.#isBound(binding, content)) return;
    const outcome = this.#read(content, client);
    if (binding === 'marked' && outcome) this.#isPromising = true;
    const counts = binding !== 'marked' || this.goneAt != null;
    if (this.phase === 'late') {
      if (outcome?.kind === 'result' && !this.#isDeaf) this.#expect(outcome, now);
    } else if (this.#isBeforeHub) {
      // The hub was not asked yet, so there is no result. One that is held is looked at again later.
      if (counts) return;
      if (outcome) this.#allow(outcome, now, now + 1500);
      if (outcome?.kind === 'result') this.#allow(failed('state_mismatch'), now, now + 1500);
    } else if (counts) {
      if (outcome) this.#expect(outcome, now);
    } else {
      this.#held.push({ at: now, outcome });
    }
  }

  /** A window that cannot be told from others speaks for its attempt by a `state` that nobody guesses. */
  #isBound(binding: Binding, content: Content): boolean {
    const isWindow = binding === 'popup' || binding === 'window';
    if (this.isResumed && isWindow) return this.#isOwn && content === 'right state';
    return binding !== 'none' && binding !== 'window';
  }

  /** The `state` that it sent to the hub is random, neither the app's nor the server's. */
  get #isOwn(): boolean {
    return !this.state;
  }

  #read(content: Content, client: string): Outcome | null {
    if (content === 'no result') return null;
    if (content === 'unreadable') return failed('invalid_redirect');
    if (content === 'other state' || (content === 'no state' && this.#isMinted)) {
      return failed('state_mismatch');
    }
    const state = content === 'right state' && this.state;
    return { kind: 'result', client, channels: ['x'], ...(state && { state }) };
  }

  /** `prepare` answered. @param minted the server's own `state` */
  prepare(now: number, isGood: boolean, minted?: string): void {
    if (this.phase !== 'preparing') return;
    if (isGood) this.#goOn(now, this.#afterPreparing(), minted);
    else this.#expect(failed('preparation_failed'), now);
  }

  /** The signing endpoint answered. @param minted the server's own `state` */
  sign(now: number, isGood: boolean, minted?: string): void {
    if (this.phase !== 'signing') return;
    if (isGood) this.#goOn(now, 'open', minted);
    else this.#expect(failed('signature_failed'), now);
  }

  #afterPreparing(): 'signing' | 'open' {
    if (!this.options.isSigned) return 'open';
    this.asked.push('signature');
    return 'signing';
  }

  #goOn(now: number, phase: 'signing' | 'open', minted: string | undefined): void {
    if (phase === 'open' && this.goneAt != null) {
      this.#expect(cancelled, now);
      return;
    }
    this.phase = phase;
    this.state = minted ?? this.state;
    this.#isMinted ||= minted != null;
  }

  /** The page was reloaded while it was kept: a new document goes on with it. */
  resume(now: number): void {
    this.#stop();
    this.goneAt = now;
    this.isResumed = true;
    this.isDetached = true;
    this.#held = [];
    this.#expect(cancelled, now + abandonMs);
  }

  /** Its document was left. */
  forget(): void {
    this.isForgotten = true;
    this.end();
  }

  /** Nothing but a late result can come any more. */
  retire(): void {
    this.#isDeaf = this.#isBeforeHub;
    this.phase = 'late';
    this.#stop();
  }

  /** Nothing can come any more. */
  end(): void {
    this.phase = 'over';
    this.#stop();
  }

  #stop(): void {
    this.isDetached = false;
    this.isKept = false;
    this.#expected = [];
  }

  /** `close()` was called. */
  close(now: number): void {
    this.#expected = [];
    this.goneAt = undefined; // So that it is over, not late.
    this.#expect(cancelled, now);
  }

  /** The library reports an outcome. @throws if the contract forbids it */
  conclude(outcome: Outcome, at: number): void {
    this.checkOverdue(at - 1);
    const isAllowed = this.#expected.some(
      (each) => isSame(each.outcome, outcome) && each.from <= at && at <= each.until,
    );
    if (!isAllowed) throw new Error(`${JSON.stringify(outcome)} at ${at} in ${this}`);
    // A window that seems closed, after the hub was asked in it, may still bring a result.
    if (outcome.kind === 'cancel' && this.phase === 'open' && this.goneAt != null) this.retire();
    else this.end();
  }

  /** The library reports whether the link to the popup is cut. @throws if it cannot be, or must be */
  detach(isDetached: boolean, now: number): void {
    if (this.isResumed) {
      if (!isDetached) throw new Error(`not detached in ${this}`);
      return;
    }
    if (this.phase !== 'open' || this.goneAt == null) {
      if (isDetached) throw new Error(`detached in ${this}`);
      return;
    }
    const seen = this.goneAt - (this.loadedAt ?? this.goneAt);
    const isLate = now - this.goneAt >= (seen < 250 ? 1000 : 2500);
    if (isDetached ? seen >= 1000 : this.isDetached || isLate) {
      throw new Error(`detached is ${isDetached} at ${now} in ${this}`);
    }
    if (isDetached && !this.isDetached) this.#abandon(now);
    this.isDetached = isDetached;
  }

  /** It cannot be seen closing any more, so that it ends by itself. */
  #abandon(now: number): void {
    const from = this.goneAt! + abandonMs;
    this.#expected = this.#expected.filter((each) => each.outcome !== cancelled);
    this.#expect(cancelled, from, Math.max(from, now + abandonMs));
  }

  /** @throws if something should have come by now */
  checkOverdue(now: number): void {
    const missing = this.#expected.find(({ due }) => due <= now);
    if (missing) throw new Error(`no ${JSON.stringify(missing.outcome)} at ${now} in ${this}`);
  }

  #expect(outcome: Outcome, from: number, due = from): void {
    this.#expected.push({ outcome, from, due, until: due });
  }

  #allow(outcome: Outcome, from: number, until: number): void {
    this.#expected.push({ outcome, from, due: Number.POSITIVE_INFINITY, until });
  }

  toString(): string {
    return JSON.stringify({ ...this, expected: this.#expected, held: this.#held });
  }
}
