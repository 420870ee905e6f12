import { limitTime } from '../core/popup/limit-time';
import { abandonMs } from '../core/popup/limits';
import type { Running } from './run-parts';
import { failed, type RunReport } from './settle-answers';
import { watchWindow } from './watch-window';

/**
 * Follows what becomes of Meta's window. Wherever it ends without an answer, both are given a moment: a
 * window that seems closed may still be a success.
 */
export function followWindow<Exchanged>(running: Running<Exchanged>): void {
  const { launch, outcome, join, isLate } = running;
  const lose = (instead?: RunReport<Exchanged>) => {
    running.silence = instead ?? running.silence;
    join.loseWindow();
  };
  if (launch.popup) {
    watchWindow(launch.popup, outcome.signal, (gone) =>
      lose(gone === 'cut' ? failed('no_answer') : undefined),
    );
  } else if (launch.sight === 'blocked') {
    outcome.end(failed(isLate ? 'sdk_not_ready' : 'popup_blocked'));
  } else if (launch.sight === 'unseen') {
    limitTime(abandonMs, outcome.signal, () => lose(failed('no_answer')));
  } else {
    // It is set up by now, so what asks for no window is no SDK. A session that the SDK knows may be
    // answered without one, so it is given a moment.
    lose(failed('sdk_blocked'));
  }
}
