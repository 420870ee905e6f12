import type { SignupMessage } from './read-signup-message';

/** What has come so far. */
export type Answers = {
  /** `undefined` until the SDK's callback came; `null` where it came without one. */
  code: string | null | undefined;
  /** When the callback came, in milliseconds since 1970. */
  codeAt: number;
  /** The message that said how the signup was finished. */
  finish: SignupMessage | undefined;
  /** Meta's window has nothing more to do, as far as anybody can see. */
  isGone: boolean;
};

/** Takes the two answers in either order. The first code and the first message count. */
export type Join = {
  readonly answers: Readonly<Answers>;
  /** Whether the signup is finished, as far as one of them tells. */
  hasAnswer(): boolean;
  takeCode(code: string | null): void;
  takeFinish(message: SignupMessage): void;
  loseWindow(): void;
};

/** Whom the join tells. */
type JoinListener = {
  /** The other answer is waited for, but no longer than the grace. */
  onWait(): void;
  /** Both are there, or nothing more is to be waited for. */
  onEnd(): void;
};

/**
 * While Meta's window is at work, nobody hurries it: a client who has finished may look at its last screen
 * for a while, and the code comes as it closes. From then on, each answer starts the grace anew.
 */
export function joinAnswers(graceMs: number, over: AbortSignal, listener: JoinListener): Join {
  const answers: Answers = { code: undefined, codeAt: 0, finish: undefined, isGone: false };
  let patience: ReturnType<typeof setTimeout> | undefined;
  const stopWaiting = () => clearTimeout(patience);
  over.addEventListener('abort', stopWaiting);

  const next = () => {
    stopWaiting();
    const { code, finish, isGone } = answers;
    if (over.aborted || (code === undefined && !isGone)) return;
    if (finish && code !== undefined) return listener.onEnd();
    patience = setTimeout(listener.onEnd, graceMs);
    listener.onWait();
  };
  return {
    answers,
    hasAnswer: () => Boolean(answers.finish ?? answers.code),
    takeCode(code) {
      // An SDK that saw its window close too early calls back with nothing first.
      if (answers.code || answers.code === code) return;
      Object.assign(answers, { code, codeAt: Date.now() });
      next();
    },
    takeFinish(message) {
      answers.finish ??= message;
      next();
    },
    loseWindow() {
      answers.isGone = true;
      next();
    },
  };
}
