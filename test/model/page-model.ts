import type { OnboardingStatus } from 'react-360dialog-connect/core';
import { AttemptModel, type Binding, type Content, type Outcome } from './attempt-model';

/** What a store told its app, in order. */
export type Told = { at: number; button: number } & (Outcome | Status);
type Status = { kind: 'status'; status: OnboardingStatus };

export type ButtonOptions = {
  /** Has something to do before it goes to the hub. */
  isPrepared: boolean;
  /** Fetches a signature before it goes to the hub. */
  isSigned: boolean;
  timeout: number | undefined;
  state: string | undefined;
  name: string | undefined;
};

/** From which status to which one the contract lets a store go; `reset()` leads to `idle`. */
const transitions: Record<OnboardingStatus, OnboardingStatus[]> = {
  idle: ['preparing', 'signing', 'open', 'failed'],
  preparing: ['signing', 'open', 'completed', 'cancelled', 'failed', 'idle'],
  signing: ['preparing', 'open', 'completed', 'cancelled', 'failed', 'idle'],
  open: ['preparing', 'signing', 'completed', 'cancelled', 'failed', 'idle'],
  completed: ['preparing', 'signing', 'open', 'failed', 'idle'],
  // A late result completes what seemed cancelled, and what was superseded and then failed.
  cancelled: ['preparing', 'signing', 'open', 'completed', 'failed', 'idle'],
  failed: ['preparing', 'signing', 'open', 'completed', 'idle'],
};

/** A button as the contract shows it. */
type ButtonModel = ButtonOptions & {
  /** While no attempt is running. */
  status: OnboardingStatus;
  running: AttemptModel | undefined;
  lastTold: OnboardingStatus;
  client: string | undefined;
  code: string | undefined;
};

const maxLate = 5;

/** A page with buttons, as the contract tells it. */
export class PageModel {
  /** Counts what happened, so that nobody takes an empty test for a passed one. */
  readonly seen: Record<string, number>;
  readonly buttons: ButtonModel[];
  readonly attempts: AttemptModel[] = [];
  /** Those that only wait for a late result, oldest first. */
  late: AttemptModel[] = [];
  isHidden = false;
  isSubscribed: boolean[];
  #blockedAt: number[] = [];
  /** The page was left within that second, so that nobody takes the mark away before the next click. */
  #isMarkStuck = false;
  /** For whom a client's result was sent, and when. */
  readonly sent = new Map<string, { attempt: AttemptModel; at: number }>();
  /** Whose window was blocked just now. */
  #blocked: ButtonModel | undefined;

  constructor(options: ButtonOptions[], seen: Record<string, number>) {
    this.seen = seen;
    this.buttons = options.map((each) => ({
      ...each,
      status: 'idle',
      running: undefined,
      lastTold: 'idle',
      client: undefined,
      code: undefined,
    }));
    this.isSubscribed = options.map(() => true);
  }

  /** @returns whether a window has to open */
  mustOpen(index: number): boolean {
    const { running } = this.buttons[index]!;
    return !running || running.isGivenUp;
  }

  /** A click that must open a window. @returns the attempt, unless the window was blocked */
  open(index: number, now: number, isBlocked: boolean): AttemptModel | undefined {
    const button = this.buttons[index]!;
    if (button.running) {
      this.#note('superseded');
      this.#retire(button.running);
    }
    button.running = undefined;
    this.#isMarkStuck = false;
    if (isBlocked) {
      this.#blockedAt.push(now);
      this.#blocked = button;
      return;
    }
    const attempt = new AttemptModel(index, now, button.state, button);
    button.running = attempt;
    this.attempts.push(attempt);
    return attempt;
  }

  /** A window that was blocked may have become this very one: the page keeps its mark for a second. */
  marks = (now: number) =>
    this.#isMarkStuck ? 1 : this.#blockedAt.filter((at) => now - at <= 1000).length;

  reset(index: number): void {
    for (const attempt of this.attempts) if (attempt.button === index) attempt.end();
    this.late = this.late.filter(({ phase }) => phase === 'late');
    Object.assign(this.buttons[index]!, { running: undefined, status: 'idle' });
  }

  hear(attempt: AttemptModel, now: number, binding: Binding, content: Content, client: string) {
    this.sent.set(client, { attempt, at: now });
    attempt.hear(now, binding, content, client);
  }

  hide(isHidden: boolean): void {
    this.isHidden = isHidden;
    for (const attempt of this.attempts) attempt.isKept = isHidden && attempt.phase === 'open';
  }

  /** The page, which is hidden, is left, and what it kept goes on in a new document. */
  reload(now: number): void {
    this.#isMarkStuck = this.marks(now) > 0;
    this.#blockedAt = [];
    const kept = this.attempts.filter(({ isKept }) => isKept);
    for (const attempt of this.attempts) if (!attempt.isKept) attempt.forget();
    this.late = [];
    const fresh = { status: 'idle', running: undefined, lastTold: 'idle' } as const;
    for (const button of this.buttons) Object.assign(button, fresh);
    for (const [index, button] of this.buttons.entries()) {
      // Buttons that nothing tells apart go by order.
      const next = kept.findIndex((each) => this.#isLike(this.buttons[each.button]!, button));
      const [attempt] = next < 0 ? [] : kept.splice(next, 1);
      if (!attempt) continue;
      attempt.button = index;
      attempt.resume(now);
      button.running = attempt;
      this.#note('resumed');
    }
    this.hide(false);
  }

  #isLike = (a: ButtonOptions, b: ButtonOptions) => a.state === b.state && a.name === b.name;

  /**
   * Judges what the library told since the last step.
   *
   * @returns the attempts that took a message
   * @throws if the contract forbids it
   */
  judge(told: Told[]): AttemptModel[] {
    const takers: AttemptModel[] = [];
    for (const { at, button: index, ...event } of told) {
      const button = this.buttons[index]!;
      if (event.kind === 'status') {
        if (!transitions[button.lastTold].includes(event.status)) {
          throw new Error(`from ${button.lastTold} to ${event.status}`);
        }
        button.lastTold = event.status;
      } else if (event.kind === 'error' && event.code === 'popup_blocked') {
        if (button !== this.#blocked) throw new Error('popup_blocked, though none was');
        this.#blocked = undefined;
        Object.assign(button, { status: 'failed', code: event.code });
        this.#note(event.code);
      } else {
        const attempt = this.#conclude(button, event, at);
        if (tookMessage(event)) takers.push(attempt);
      }
    }
    if (this.#blocked) throw new Error('a popup was blocked, and nobody told');
    return takers;
  }

  #conclude(button: ButtonModel, outcome: Outcome, at: number): AttemptModel {
    const message = outcome.kind === 'result' ? this.sent.get(outcome.client) : undefined;
    const attempt = outcome.kind === 'result' ? message?.attempt : button.running;
    if (!attempt || this.buttons[attempt.button] !== button) {
      throw new Error(`nobody’s outcome: ${JSON.stringify(outcome)}`);
    }
    this.#note(attempt.phase === 'late' ? 'late result' : describe(outcome));
    if (attempt.isResumed && outcome.kind === 'result') this.#note('result after a reload');
    if (attempt.isDetached && outcome.kind === 'cancel') this.#note('abandoned');
    if (message && at > message.at) this.#note('held result');
    attempt.conclude(outcome, at);

    this.late = this.late.filter((each) => each !== attempt);
    if (attempt.phase === 'late') this.#retire(attempt);
    if (attempt === button.running) button.running = undefined;
    else if (button.running) return attempt; // Its late result does not end the present one.
    if (outcome.kind === 'result') {
      Object.assign(button, { status: 'completed', client: outcome.client });
    } else if (outcome.kind === 'cancel') {
      button.status = 'cancelled';
    } else {
      Object.assign(button, { status: 'failed', code: outcome.code });
    }
    return attempt;
  }

  #retire(attempt: AttemptModel): void {
    attempt.retire();
    this.late.push(attempt);
    if (this.late.length <= maxLate) return;
    this.late.shift()?.end();
    this.#note('dropped');
  }

  #note(what: string): void {
    this.seen[what] = (this.seen[what] ?? 0) + 1;
  }
}

const describe = (outcome: Outcome) => (outcome.kind === 'error' ? outcome.code : outcome.kind);

/** Such an outcome comes by a message only. */
const tookMessage = (outcome: Outcome) =>
  ['result', 'state_mismatch', 'invalid_redirect'].includes(describe(outcome));
