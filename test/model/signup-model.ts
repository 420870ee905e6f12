/** Everything that can happen, at moments three seconds apart. */
export type SignupEvent =
  | 'click'
  | 'code'
  | 'no code'
  | 'finish'
  | 'cancel'
  | 'report'
  | 'forged'
  | 'client closes'
  | 'close()'
  | 'reset()'
  | 'wait';

/** What the app is told. */
export type Told =
  | 'cancel'
  | 'reported_by_meta'
  | 'no_answer'
  | { code: string | null; ids: boolean };

/** Seconds. */
const grace = 6;
/** When a window that was closed is seen as such: one that was there for long, and one that was not. */
const seenAfter = { long: 1.75, short: 0.25 };

type Running = {
  openedAt: number;
  code: string | null | undefined;
  finished: boolean;
  /** When its closing is seen. */
  closingAt: number;
  isGone: boolean;
  isCut: boolean;
  isTold: boolean;
  /** When nothing more is waited for. */
  deadline: number;
};

/** One button's signups, as the contract tells them; it knows nothing of how the library does it. */
export class SignupModel {
  told: Told[] = [];
  logins = 0;
  #now = 0;
  #run: Running | undefined;

  get isRunning(): boolean {
    return this.#run !== undefined && !this.#run.isTold;
  }

  act(event: SignupEvent): void {
    const run = this.#run;
    if (event === 'click') this.#click();
    else if (event === 'wait') this.#advance(this.#now + 3);
    else if (!run) return;
    else if (event === 'code' || event === 'no code') this.#takeCode(run, event === 'code');
    else if (event === 'finish') this.#takeFinish(run);
    else if (event === 'cancel' || event === 'report') this.#takeEnd(run, event);
    else if (event === 'client closes') this.#closeWindow(run);
    else if (event === 'close()' && !run.isTold) this.#end('cancel');
    else if (event === 'reset()') this.#end();
  }

  /** Until nothing can follow any more: the client has closed the window. */
  finish(): void {
    this.act('client closes');
    this.#advance(this.#now + 60);
  }

  #click(): void {
    const run = this.#run;
    if (run && !run.isTold) {
      const hasSuccess = run.finished || typeof run.code === 'string';
      if (hasSuccess || !(run.isGone || run.code === null)) return;
      this.#end('cancel');
    }
    this.logins += 1;
    this.#run = {
      openedAt: this.#now,
      code: undefined,
      finished: false,
      closingAt: Number.POSITIVE_INFINITY,
      isGone: false,
      isCut: false,
      isTold: false,
      deadline: Number.POSITIVE_INFINITY,
    };
  }

  #takeCode(run: Running, hasCode: boolean): void {
    if (run.code || (run.code === null && !hasCode)) return;
    run.code = hasCode ? `code of ${this.logins}` : null;
    this.#news(run);
  }

  #takeFinish(run: Running): void {
    run.finished = true;
    this.#news(run);
  }

  #takeEnd(run: Running, event: 'cancel' | 'report'): void {
    if (run.finished || run.code || run.isTold) return;
    this.#tell(run, event === 'cancel' ? 'cancel' : 'reported_by_meta');
  }

  #closeWindow(run: Running): void {
    if (run.closingAt < Number.POSITIVE_INFINITY) return;
    run.isCut = run.openedAt === this.#now;
    run.closingAt = this.#now + (run.isCut ? seenAfter.short : seenAfter.long);
  }

  #news(run: Running): void {
    if (run.code === undefined && !run.isGone) return;
    if (run.code !== undefined && run.finished) this.#conclude(run);
    else run.deadline = this.#now + grace;
  }

  #advance(to: number): void {
    const run = this.#run;
    while (run && this.#run === run) {
      const next = Math.min(run.isGone ? Number.POSITIVE_INFINITY : run.closingAt, run.deadline);
      if (next > to) break;
      this.#now = next;
      if (next === run.deadline) this.#conclude(run);
      else {
        run.isGone = true;
        this.#news(run);
      }
    }
    this.#now = to;
  }

  #conclude(run: Running): void {
    run.deadline = Number.POSITIVE_INFINITY;
    if (run.finished || run.code) this.#end({ code: run.code ?? null, ids: run.finished });
    else if (!run.isTold) this.#tell(run, run.isCut && run.isGone ? 'no_answer' : 'cancel');
  }

  #tell(run: Running, what: Told): void {
    run.isTold = true;
    this.told.push(what);
  }

  #end(what?: Told): void {
    if (what) this.told.push(what);
    this.#run = undefined;
  }
}
