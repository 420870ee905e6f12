import {
  createOnboarding,
  type IoSignature,
  type Onboarding,
  type OnboardingOptions,
} from 'react-360dialog-connect/core';
import { vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { setHidden } from '../helpers/fake-page';
import type { AttemptModel } from './attempt-model';
import { type LightPopup, lightWindows } from './light-window';
import { mustEqual } from './must-equal';
import type { ButtonOptions, PageModel, Told } from './page-model';
import type { Remains } from './remains';

/** A request to the signing endpoint that an attempt made. */
type Request = {
  signal: AbortSignal;
  answer(content: unknown): void;
  refuse(error: Error): void;
};

/** The library on a page with some buttons, and everything it told since somebody looked. */
export class Page {
  readonly windows = lightWindows();
  readonly buttons: { onboarding: Onboarding; update(): void; seenBySubscriber: unknown }[];
  #told: Told[] = [];
  /** The channels on which a result was acknowledged. */
  #acknowledged: string[] = [];
  #requests: Request[] = [];
  #requestOf = new Map<AttemptModel, Request>();
  #popupOf = new Map<AttemptModel, LightPopup>();
  #unsubscribe: (() => void)[] = [];

  constructor(
    options: ButtonOptions[],
    readonly remains: () => Remains,
  ) {
    const acknowledged = this.#acknowledged;
    class WatchedChannel extends FakeBroadcastChannel {
      override postMessage(data: unknown): void {
        if (data === 'ack') acknowledged.push(this.name);
        super.postMessage(data);
      }
    }
    vi.stubGlobal('BroadcastChannel', WatchedChannel);
    this.buttons = options.map((each, index) => this.#makeButton(index, each));
    options.forEach((_, index) => {
      this.subscribe(index);
    });
  }

  #makeButton(button: number, { isSigned, timeout, state }: ButtonOptions) {
    const tell = (event: object) => this.#told.push({ at: Date.now(), button, ...event } as Told);
    /** Callbacks of which only the newest may be used. */
    const makeOptions = (): OnboardingOptions => {
      const tellIfNewest = (event: object) =>
        tell(options === newest ? event : { kind: 'stale callback' });
      const options: OnboardingOptions = {
        partnerId: 'aAbBcCPA',
        redirectOrigins: ['https://back.example.com'],
        ...(state && { queryParameters: { state } }),
        ...(timeout && { timeout }),
        ...(isSigned && { fetchIoSignature: (request) => this.#request(request) }),
        callback: (result) => tellIfNewest({ kind: 'result', ...result }),
        onCancel: () => tellIfNewest({ kind: 'cancel' }),
        onError: ({ code }) => tellIfNewest({ kind: 'error', code }),
        onStatusChange: (status) => tellIfNewest({ kind: 'status', status }),
      };
      newest = options;
      return options;
    };
    let newest: OnboardingOptions | undefined;
    const onboarding = createOnboarding(makeOptions());
    const update = () => onboarding.update(makeOptions());
    return { onboarding, update, seenBySubscriber: onboarding.getSnapshot() as unknown };
  }

  #request({ signal }: { signal: AbortSignal }): Promise<IoSignature> {
    return new Promise((resolve, refuse) => {
      const answer = resolve as (content: unknown) => void;
      this.#requests.push({ signal, answer, refuse });
    });
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

  /** Says which attempt made the newest window (and request). */
  assign(attempt: AttemptModel): void {
    this.#popupOf.set(attempt, this.windows.popups.at(-1)!);
    if (attempt.phase === 'signing') this.#requestOf.set(attempt, this.#requests.at(-1)!);
    mustEqual(this.#requests.length, this.#requestOf.size, 'requests for a signature');
  }

  popup = (attempt: AttemptModel): LightPopup => this.#popupOf.get(attempt)!;
  #channelOf = (attempt: AttemptModel) => this.popup(attempt).mark.id;
  request = (attempt: AttemptModel): Request | undefined => this.#requestOf.get(attempt);

  /** Holds the library to the model: after every step, whatever it was. */
  check(model: PageModel): void {
    const remains = this.remains();
    const now = Date.now();
    const takers = model.judge(this.#told.splice(0));
    // The redirect page closes itself only when it hears that somebody took its result.
    const taken = takers.map(this.#channelOf);
    mustEqual(this.#acknowledged.splice(0).sort(), taken.sort(), 'acknowledged');
    for (const attempt of model.attempts) this.#checkAttempt(attempt, now);
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
    checkRemains(remains, model, this.#channelOf);
  }

  #checkAttempt(attempt: AttemptModel, now: number): void {
    if (attempt.phase !== 'over') attempt.checkOverdue(now);
    const { isRunning, phase } = attempt;
    const { closed, asked } = this.popup(attempt);
    const aborted = this.request(attempt)?.signal.aborted ?? !isRunning;
    mustEqual(aborted, !isRunning, 'the request is aborted');
    if (!isRunning) mustEqual(closed, true, 'the window is closed');
    if (phase === 'signing') mustEqual(asked, '', 'the hub that was asked');
    if (phase === 'open') mustEqual(asked.slice(0, 27), 'https://hub.360dialog.com/d', 'the hub');
  }

  /** Ends everything, also after a failure, so that the next page starts clean. */
  leave(): void {
    for (const { onboarding } of this.buttons) onboarding.reset();
    vi.advanceTimersByTime(2000);
    setHidden(false);
    this.#told = [];
    sessionStorage.clear();
    localStorage.clear();
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
  // A poll, a grace time and a timeout each.
  mustEqual(timers <= running.length * 3 + marks, true, `${timers} timers are not too many`);
  const { message = 0, storage = 0, ...others } = listeners;
  mustEqual([message, storage], [alive.length, alive.length], 'listeners for messages');
  if (!running.length) mustEqual(others, {}, 'other listeners');
}
