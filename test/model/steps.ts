import { vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { signature } from '../helpers/signing-endpoint';
import type { AttemptModel, Binding, Content, Request } from './attempt-model';
import type { Page } from './page';
import type { PageModel } from './page-model';

/** Something that happens to the library, and to the model of it. */
export type Step = (model: PageModel, page: Page) => void;

export const open =
  (index: number, isBlocked = false): Step =>
  (model, page) => {
    const { browser } = page;
    const { running } = model.buttons[index]!;
    const before = browser.popups.length;
    const mustOpen = model.mustOpen(index);
    browser.isBlocked = isBlocked;
    const attempt = mustOpen ? model.open(index, Date.now(), isBlocked) : undefined;
    const focused = running && page.popup(running).focused;
    page.buttons[index]!.onboarding.open();
    browser.isBlocked = false;
    if (browser.popups.length - before !== (attempt ? 1 : 0)) throw new Error('windows opened');
    if (attempt) page.assign(attempt);
    else if (running && !mustOpen && page.popup(running).focused !== focused! + 1) {
      throw new Error('focus');
    }
  };

export const close =
  (index: number): Step =>
  (model, page) => {
    model.buttons[index]!.running?.close(Date.now());
    page.buttons[index]!.onboarding.close();
  };

export const reset =
  (index: number): Step =>
  (model, page) => {
    model.reset(index);
    page.buttons[index]!.onboarding.reset();
  };

export const mount =
  (index: number, isMounted: boolean): Step =>
  (model, page) => {
    if (model.isSubscribed[index] === isMounted) return;
    model.isSubscribed[index] = isMounted;
    if (!isMounted) return page.unsubscribe(index);
    page.subscribe(index);
    page.buttons[index]!.onboarding.resume();
  };

export const update =
  (index: number): Step =>
  (_model, page) =>
    page.buttons[index]!.update();

export const wait =
  (ms: number): Step =>
  () => {
    vi.advanceTimersByTime(ms);
  };

export const show =
  (isShown: boolean): Step =>
  (model, page) => {
    model.hide(!isShown);
    page.document.hide(!isShown);
  };

/** A tab that is visible keeps nothing that a copy could go on with. */
export const duplicate: Step = (_model, page) => page.duplicate();

/** A browser hides a page before it leaves it. */
export const reload: Step = (model, page) => {
  model.reload(Date.now());
  page.reload(() => {});
};

/** The client comes back from the hub while there is no page to hear of it. */
export const arriveInReload = (index: number, content: Content): Step => {
  return (model, page) => {
    const attempt = model.buttons[index]!.running;
    const popup = attempt && page.popup(attempt);
    model.reload(Date.now());
    page.reload(() => {
      if (popup?.isThere && attempt?.isResumed) arrive(attempt, page, model, content);
    });
  };
};

const arrive = (attempt: AttemptModel, page: Page, model: PageModel, content: Content) => {
  const client = `c${++lastClient}`;
  const popup = page.popup(attempt);
  if (attempt.goneAt == null) attempt.loadedAt ??= Date.now();
  model.hear(attempt, Date.now(), 'shown', content, client);
  popup.arrive(writeSearch(content, client, popup.state));
};

/** The client comes back from the hub, though an earlier listener of the page stops each message. */
export const comeBack = (back: number, content: Content) =>
  about(back, (attempt, page, model) => {
    const isAsked = attempt.phase === 'open' || attempt.phase === 'late';
    if (isAsked && page.popup(attempt).isThere) arrive(attempt, page, model, content);
  });

/** A step about one of the page's attempts, counted from the newest. */
const about =
  (back: number, step: (attempt: AttemptModel, page: Page, model: PageModel) => void): Step =>
  (model, page) => {
    const { attempts } = model;
    const attempt = attempts.at(-1 - (back % attempts.length));
    if (attempt) step(attempt, page, model);
  };

export const loadHub = (back: number) =>
  about(back, (attempt, page) => {
    const popup = page.popup(attempt);
    if (attempt.phase !== 'open' || attempt.goneAt != null || popup.isLoaded) return;
    attempt.loadedAt = Date.now();
    popup.isLoaded = true;
  });

export const lose = (back: number, how: 'close' | 'sever') =>
  about(back, (attempt, page) => {
    attempt.lose(Date.now());
    const popup = page.popup(attempt);
    if (how === 'sever') popup.sever();
    else popup.leave();
  });

export type Answer = 'good' | 'minted' | 'junk' | 'refused';

/** What the app answers that is of no use. */
const useless = { preparation: [], signature: { io_signature: '', io_timestamp: 'now' } };
const useful = { preparation: { plan: 'basic' }, signature };

/** The app answers what it was asked for; nothing where it was not. */
export const answerWith = (back: number, what: Request, answer: Answer) =>
  about(back, (attempt, page) => {
    const pending = page.pending(attempt, what);
    if (attempt.isForgotten || !pending) return;
    const minted = answer === 'minted' ? `of the ${what}+1` : undefined;
    const isGood = answer === 'good' || answer === 'minted';
    attempt[what === 'preparation' ? 'prepare' : 'sign'](Date.now(), isGood, minted);
    if (answer === 'refused') pending.refuse(new Error('503'));
    else if (answer === 'junk') pending.answer(useless[what]);
    else pending.answer({ ...useful[what], ...(minted && { state: minted }) });
  });

/** The newest attempt gets whatever it waits for, and asks the hub. */
export const askHub: Step[] = [
  answerWith(0, 'preparation', 'good'),
  answerWith(0, 'signature', 'good'),
];

/** Where a message comes from, and in which form. */
export const ways = {
  'own popup': 'popup',
  'own popup, allowed origin': 'popup',
  'own popup, foreign origin': 'none',
  'own popup, envelope': 'none',
  'other window': 'window',
  'other window, envelope': 'none',
  'this window': 'window',
  channel: 'marked',
  'foreign channel': 'none',
  storage: 'marked',
  'foreign storage key': 'none',
} as const satisfies Record<string, Binding>;
export type Way = keyof typeof ways;

let lastClient = 0;

type From = { source: unknown; origin?: string };

function receive(page: Page, data: unknown, { source, origin = location.origin }: From): void {
  const init = { data, origin, source: source as MessageEventSource };
  page.document.dispatch(new MessageEvent('message', init));
}

const writeSearch = (content: Content, client: string, state: string) => {
  const start = `?client=${client}&channels=[x]`;
  if (content === 'right state') return `${start}&state=${encodeURIComponent(state)}`;
  if (content === 'no state') return start;
  if (content === 'other state') return `${start}&state=${encodeURIComponent(state)}x`;
  return content === 'unreadable' ? `${start}&client=again` : `?client=${client}&utm=x`;
};

export const send = (back: number, way: Way, content: Content) =>
  about(back, (attempt, page, model) => {
    const client = `c${++lastClient}`;
    const popup = page.popup(attempt);
    const search = writeSearch(content, client, popup.state);
    const { id } = popup.mark;
    const name = way.startsWith('foreign') ? '360dialog-connect:1-2-3-4' : id;

    model.hear(attempt, Date.now(), ways[way], content, client);
    if (way.includes('channel')) {
      const channel = new FakeBroadcastChannel(name);
      channel.postMessage(search);
      channel.close();
    } else if (way.includes('storage')) {
      page.document.dispatch(new StorageEvent('storage', { key: name, newValue: search }));
    } else {
      let source: unknown = way.startsWith('own popup') ? popup : {};
      if (way === 'this window') source = page.document.window;
      const origin = way.includes('allowed')
        ? 'https://back.example.com'
        : way.includes('foreign')
          ? 'https://back.example.com.evil.example'
          : location.origin;
      receive(page, way.includes('envelope') ? { id, search } : search, { source, origin });
    }
  });

export const sendJunk = (back: number, junk: unknown) =>
  about(back, (attempt, page) => {
    const popup = page.popup(attempt);
    receive(page, junk, { source: popup });
    receive(page, junk, { source: {} });
    const channel = new FakeBroadcastChannel(popup.mark.id);
    channel.postMessage(junk);
    channel.close();
  });
