import type { Onboarding, OnboardingOptions } from 'react-360dialog-connect/core';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import type { AttemptModel, Request } from './attempt-model';
import { LightBrowser } from './light-browser';
import { LightDocument } from './light-document';
import { LightStorage } from './light-storage';
import type { LightPopup } from './light-window';
import { mustEqual } from './must-equal';
import type { ButtonOptions, PageModel, Told } from './page-model';
import type { Remains } from './remains';

/** What an attempt waits for. */
type Pending = {
  signal: AbortSignal;
  answer(content: unknown): void;
  refuse(error: Error): void;
};

type Button = { onboarding: Onboarding; update(): void; seenBySubscriber: unknown };
type Tell = (button: number, event: object) => void;

/** The library on a page with some buttons, and everything it told since somebody looked. */
export class Page {
  readonly options: ButtonOptions[];
  readonly run: ConstructorParameters<typeof LightDocument>[2];
  readonly browser = new LightBrowser();
  readonly #storage = new LightStorage();
  document: LightDocument;
  buttons: Button[];
  #told: Told[] = [];
  /** Copies of this tab. */
  #copies: { document: LightDocument; buttons: Button[] }[] = [];
  /** By what is asked for, and the attempt's `runId`. */
  #pending = new Map<string, Pending>();
  #popupOf = new Map<AttemptModel, LightPopup>();
  #unsubscribe: (() => void)[] = [];

  constructor(options: ButtonOptions[], run: Page['run']) {
    this.options = options;
    this.run = run;
    this.document = new LightDocument(this.browser, this.#storage, run);
    this.buttons = this.#makeButtons(this.document, this.#tell);
    this.#subscribeAll();
  }

  #tell: Tell = (button, event) => this.#told.push({ at: Date.now(), button, ...event } as Told);

  #makeButtons = (document: LightDocument, tell: Tell) =>
    this.options.map((options, index) =>
      this.#makeButton(document, options, (event) => tell(index, event)),
    );

  #makeButton(
    { library }: LightDocument,
    { isPrepared, isSigned, timeout, state, name }: ButtonOptions,
    tell: (event: object) => void,
  ): Button {
    /** Callbacks of which only the newest may be used. */
    const makeOptions = (): OnboardingOptions => {
      const tellIfNewest = (event: object) =>
        tell(options === newest ? event : { kind: 'stale callback' });
      const options: OnboardingOptions = {
        partnerId: 'aAbBcCPA',
        name,
        redirectOrigins: ['https://back.example.com'],
        ...(state && { queryParameters: { state } }),
        ...(timeout && { timeout }),
        ...(isPrepared && { prepare: (request) => this.#ask('preparation', request) }),
        ...(isSigned && { fetchIoSignature: (request) => this.#ask('signature', request) }),
        callback: (result) => tellIfNewest({ kind: 'result', ...result }),
        onCancel: () => tellIfNewest({ kind: 'cancel' }),
        onError: ({ code }) => tellIfNewest({ kind: 'error', code }),
        onStatusChange: (status) => tellIfNewest({ kind: 'status', status }),
      };
      newest = options;
      return options;
    };
    let newest: OnboardingOptions | undefined;
    const onboarding = library.createOnboarding(makeOptions());
    const update = () => onboarding.update(makeOptions());
    return { onboarding, update, seenBySubscriber: onboarding.getSnapshot() as unknown };
  }

  /**
   * The page is left and loaded again.
   *
   * @param meanwhile happens while there is no page
   */
  reload(meanwhile: () => void): void {
    for (const { document } of this.#copies.splice(0)) document.leave();
    this.document.leave();
    meanwhile();
    this.document = new LightDocument(this.browser, this.#storage, this.run);
    this.buttons = this.#makeButtons(this.document, this.#tell);
    this.#subscribeAll();
    for (const { onboarding } of this.buttons) onboarding.resume();
  }

  duplicate(): void {
    const document = new LightDocument(this.browser, this.#storage.copy(), this.run);
    const buttons = this.#makeButtons(document, (_button, event) => {
      throw new Error(`a copy of the tab tells ${JSON.stringify(event)}`);
    });
    for (const { onboarding } of buttons) onboarding.resume();
    this.#copies.push({ document, buttons });
  }

  #ask<Answer>(what: Request, { runId, signal }: { runId: string; signal: AbortSignal }) {
    const key = `${what} ${runId}`;
    mustEqual(this.#pending.has(key), false, `asked before for the ${what}`);
    return new Promise<Answer>((resolve, refuse) => {
      const answer = resolve as (content: unknown) => void;
      this.#pending.set(key, { signal, answer, refuse });
    });
  }

  #subscribeAll(): void {
    for (const index of this.buttons.keys()) this.subscribe(index);
  }

  subscribe(index: number): void {
    const button = this.buttons[index]!;
    button.seenBySubscriber = button.onboarding.getSnapshot();
    this.#unsubscribe[index] = button.onboarding.subscribe(() => {
      button.seenBySubscriber = button.onboarding.getSnapshot();
    });
  }

  unsubscribe(index: number): void {
    this.#unsubscribe[index]!();
  }

  /** Says which attempt made the newest window. */
  assign(attempt: AttemptModel): void {
    this.#popupOf.set(attempt, this.browser.popups.at(-1)!);
  }

  popup = (attempt: AttemptModel): LightPopup => this.#popupOf.get(attempt)!;
  #channelOf = (attempt: AttemptModel) => this.popup(attempt).mark.id;
  pending = (attempt: AttemptModel, what: Request): Pending | undefined =>
    this.#pending.get(`${what} ${this.popup(attempt).mark.runId}`);

  /** Holds the library to the model: after every step, whatever it was. */
  check(model: PageModel): void {
    const now = Date.now();
    const takers = model.judge(this.#told.splice(0));
    // The redirect page closes itself only when it hears that somebody took its result.
    const taken = takers.map(this.#channelOf);
    mustEqual(this.browser.acknowledged.splice(0).sort(), taken.sort(), 'acknowledged');
    for (const attempt of model.attempts) this.#checkAttempt(attempt, now);
    const asked = model.attempts.flatMap((attempt) => attempt.asked);
    mustEqual(this.#pending.size, asked.length, 'requests to the app');
    for (const [index, { onboarding, seenBySubscriber }] of this.buttons.entries()) {
      const { status, running, client, code } = model.buttons[index]!;
      const snapshot = onboarding.getSnapshot();
      running?.detach(snapshot.detached, now);
      const shown = [snapshot.status, snapshot.result?.client, snapshot.error?.code];
      const ended = [
        status,
        status === 'completed' ? client : undefined,
        status === 'failed' ? code : undefined,
      ];
      mustEqual(shown, running ? [running.phase, undefined, undefined] : ended, 'the snapshot');
      mustEqual(snapshot.detached, running?.isDetached ?? false, 'detached');
      const isUpToDate = seenBySubscriber === snapshot;
      if (model.isSubscribed[index]) mustEqual(isUpToDate, true, 'the subscriber is up to date');
    }
    checkRemains(this.document.remains(), model, this.#channelOf);
    this.#checkCopies();
  }

  /** What still runs in this tab does not go on in a copy of it. */
  #checkCopies(): void {
    for (const { buttons } of this.#copies) {
      const statuses = buttons.map(({ onboarding }) => onboarding.getSnapshot().status);
      mustEqual([...new Set(statuses)], ['idle'], 'the copy of the tab');
    }
  }

  #checkAttempt(attempt: AttemptModel, now: number): void {
    if (attempt.isForgotten) return;
    if (attempt.phase !== 'over') attempt.checkOverdue(now);
    const { isRunning, phase } = attempt;
    const { closed, asked } = this.popup(attempt);
    for (const what of attempt.isResumed ? [] : attempt.asked) {
      mustEqual(this.pending(attempt, what)?.signal.aborted, !isRunning, `${what} is aborted`);
    }
    if (!isRunning && !attempt.isResumed) mustEqual(closed, true, 'the window is closed');
    if (phase === 'preparing' || phase === 'signing')
      mustEqual(asked, '', 'the hub that was asked');
    if (phase === 'open') mustEqual(asked.slice(0, 27), 'https://hub.360dialog.com/d', 'the hub');
  }

  /** Of a blocked popup; it stays where the page was left within the second after. */
  removeMark(): void {
    this.#storage.removeItem('360dialog-connect');
  }

  /** Ends everything, also after a failure, so that the next page starts clean. */
  leave(): void {
    for (const { document } of this.#copies) document.leave();
    this.document.leave();
    FakeBroadcastChannel.openChannels.clear();
  }
}

/** Nothing outlives an attempt, but the listener and channel of those that a result may still reach. */
function checkRemains(
  { keys, timers, listeners, channels }: Remains,
  model: PageModel,
  name: (attempt: AttemptModel) => string,
): void {
  const running = model.attempts.filter(({ isRunning }) => isRunning);
  const alive = [...running, ...model.late];
  const marks = model.marks(Date.now());

  mustEqual(channels, alive.map(name).sort(), 'channels');
  const kept = running.filter(({ isKept }) => isKept).map(name);
  const keysLeft = keys.filter((key) => !(marks && key === '360dialog-connect'));
  // One that began in a hidden page may be kept from the first look at it on. Before the hub was
  // asked, there is nothing that a reloaded page could wait for.
  const mayBeKept = running.filter(({ phase }) => model.isHidden && phase === 'open').map(name);
  mustEqual(mayBeKept.filter((key) => keysLeft.includes(key)).sort(), keysLeft, 'stored keys');
  mustEqual(
    kept.filter((key) => keysLeft.includes(key)),
    kept,
    'kept keys',
  );
  // A poll, a grace time and a timeout each; the lock of what is over is held a little longer.
  const over = model.attempts.filter(({ phase }) => phase === 'over').length;
  mustEqual(timers <= running.length * 3 + marks + over, true, `${timers} timers are not too many`);
  const { message = 0, storage = 0, ...others } = listeners;
  mustEqual([message, storage], [alive.length, alive.length], 'listeners for messages');
  if (!running.length) mustEqual(others, {}, 'other listeners');
}
