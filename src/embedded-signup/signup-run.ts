import { limitTime } from '../core/popup/limit-time';
import { quietly } from '../core/popup/quietly';
import { followWindow } from './follow-window';
import { joinAnswers } from './join-answers';
import { launchLogin } from './launch-login';
import { listenForMessages } from './listen-for-messages';
import { loginParameters } from './login-parameters';
import { readCode } from './read-code';
import type { SignupMessage } from './read-signup-message';
import { createOutcome } from './run-outcome';
import type { Running, RunParts, SignupRun } from './run-parts';
import { failed, type RunReport, settleAnswers } from './settle-answers';
import { exchangeMs, graceMs } from './signup-limits';

/**
 * Opens Meta's window and waits for its two answers: the SDK's callback has the code, a window message the
 * IDs. Whatever becomes of the window, the run ends.
 */
export function createRun<Exchanged>(parts: RunParts<Exchanged>): SignupRun {
  const { sdk, options, report } = parts;
  const outcome = createOutcome(report);
  const { signal } = outcome;
  let exchanging: Promise<Exchanged> | undefined;
  const join = joinAnswers(options.graceMs ?? graceMs, signal, {
    onWait: () => outcome.isTold() || report({ status: 'open', uncertain: !join.hasAnswer() }),
    onEnd: () => (join.hasAnswer() ? conclude() : outcome.retire(running.silence)),
  });
  const conclude = async () => outcome.end(await settleAnswers(join.answers, exchanging, options));
  const running: Running<Exchanged> = {
    ...parts,
    outcome,
    join,
    launch: { sight: 'unseen' },
    silence: { status: 'cancelled' },
  };
  const hearResponse = (response: unknown) => {
    const { code, isConnected } = readCode(response);
    // Before anything else: the code ends after 30 seconds.
    if (code && !signal.aborted) exchanging ??= exchangeCode(code, running);
    if (isConnected) running.silence = failed('no_answer');
    join.takeCode(code);
  };
  const close = (last?: RunReport<Exchanged>) => {
    if (!signal.aborted) quietly(() => running.launch.popup?.close());
    outcome.end(outcome.isTold() ? undefined : last);
  };
  // Before the call: the message may be the first.
  listenForMessages(options.origins, signal, (message) => hearMessage(message, running));
  limitTime(options.timeout ?? 0, signal, () =>
    join.hasAnswer() ? conclude() : close(failed('timeout')),
  );
  return {
    start() {
      report({ status: 'open', uncertain: false });
      if (signal.aborted) return; // Whoever was told has ended it.
      try {
        running.launch = launchLogin(sdk, loginParameters(options), hearResponse);
        followWindow(running);
      } catch (cause) {
        outcome.end(failed('sdk_not_ready', { cause }));
      }
    },
    focus: () => focusRun(running),
    cancel: () => outcome.isTold() || close({ status: 'cancelled' }),
    drop: () => close(),
  };
}

/** Its failure is told with the result; one that never answers is over once the code is long dead. */
function exchangeCode<Exchanged>(
  code: string,
  { options: { exchange }, outcome: { signal } }: Running<Exchanged>,
): Promise<Exchanged> | undefined {
  if (!exchange) return undefined;
  const exchanging = new Promise<Exchanged>((resolve, reject) => {
    (async () => exchange(code, { signal }))().then(resolve, reject);
    limitTime(exchangeMs, signal, () => reject(new DOMException('', 'TimeoutError')));
  });
  exchanging.catch(() => {});
  return exchanging;
}

function hearMessage<Exchanged>(message: SignupMessage, running: Running<Exchanged>): void {
  const { type, currentStep, report = {} } = message;
  const { join, outcome, launch } = running;
  running.onEvent(message.raw);
  if (type === 'finish') {
    join.takeFinish(message);
    // Whether the window is still at work, nobody sees.
    if (launch.sight === 'unseen') join.loseWindow();
  } else if (!join.hasAnswer() && type !== 'other') {
    const isError = type === 'error';
    outcome.retire(
      isError
        ? failed('reported_by_meta', { report })
        : { status: 'cancelled', ...(currentStep && { currentStep }) },
    );
  }
}

function focusRun<Exchanged>({ outcome, join, launch }: Running<Exchanged>): boolean {
  if (outcome.signal.aborted || outcome.isTold()) return false;
  const isLost = join.answers.isGone || join.answers.code === null;
  if (isLost && !join.hasAnswer()) return false;
  // With one answer, too: the client may not have left its last screen.
  quietly(() => launch.popup?.focus());
  return true;
}
