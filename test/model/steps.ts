import { vi } from 'vitest';
import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { setHidden } from '../helpers/fake-page';
import { receiveMessage } from '../helpers/messages';
import { signature } from '../helpers/signing-endpoint';
import type { AttemptModel, Binding, Content } from './attempt-model';
import type { Page } from './page';
import type { PageModel } from './page-model';

/** Something that happens to the library, and to the model of it. */
export type Step = (model: PageModel, page: Page) => void;

export const open =
  (index: number, isBlocked = false): Step =>
  (model, page) => {
    const { windows } = page;
    const { running } = model.buttons[index]!;
    const before = windows.popups.length;
    const mustOpen = model.mustOpen(index);
    windows.isBlocked = isBlocked;
    const attempt = mustOpen ? model.open(index, Date.now(), isBlocked) : undefined;
    const focused = running && page.popup(running).focused;
    page.buttons[index]!.onboarding.open();
    windows.isBlocked = false;
    if (windows.popups.length - before !== (attempt ? 1 : 0)) throw new Error('windows opened');
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
  (model) => {
    model.hide(!isShown);
    setHidden(!isShown);
  };

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
    page.popup(attempt)[how]();
  });

export type Answer = 'good' | 'minted' | 'junk' | 'refused';

export const answerSignature = (back: number, answer: Answer) =>
  about(back, (attempt, page) => {
    const request = page.request(attempt);
    const minted = answer === 'minted' ? 'minted+1' : undefined;
    if (request) attempt.sign(Date.now(), answer === 'good' || answer === 'minted', minted);
    if (answer === 'refused') request?.refuse(new Error('503'));
    else if (answer === 'junk') request?.answer({ io_signature: '', io_timestamp: 'now' });
    else request?.answer({ ...signature, ...(minted && { state: minted }) });
  });

/** Where a message comes from, and in which form. */
export const ways = {
  'own popup': 'popup',
  'own popup, allowed origin': 'popup',
  'own popup, foreign origin': 'none',
  'own popup, envelope': 'none',
  'other window': 'none',
  'other window, envelope': 'none',
  'this window': 'none',
  channel: 'marked',
  'foreign channel': 'none',
  storage: 'marked',
  'foreign storage key': 'none',
} as const satisfies Record<string, Binding>;
export type Way = keyof typeof ways;

let lastClient = 0;

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
      window.dispatchEvent(new StorageEvent('storage', { key: name, newValue: search }));
    } else {
      let source: unknown = way.startsWith('own popup') ? popup : {};
      if (way === 'this window') source = window;
      const origin = way.includes('allowed')
        ? 'https://back.example.com'
        : way.includes('foreign')
          ? 'https://back.example.com.evil.example'
          : location.origin;
      receiveMessage(way.includes('envelope') ? { id, search } : search, { source, origin });
    }
  });

export const sendJunk = (back: number, junk: unknown) =>
  about(back, (attempt, page) => {
    const popup = page.popup(attempt);
    receiveMessage(junk, { source: popup });
    receiveMessage(junk, { source: {} });
    const channel = new FakeBroadcastChannel(popup.mark.id);
    channel.postMessage(junk);
    channel.close();
  });
