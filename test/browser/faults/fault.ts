import type { EngineName } from '../engines/engine';
import { answer, result } from '../steps';
import type { Scene } from './scene';

/** All that may come of a scenario. */
type Judged = {
  /**
   * What the app was told, in order: its statuses, `callback`, `cancel`, `error code`. Further tabs
   * and buttons say which: `tab 2: open`, `button 2: open`.
   */
  told: string[];
  /** Or this, where what happens has no fixed order. */
  orTold?: string[];
  /** The callback objects, in order. */
  results?: unknown[];
  /** What an attacker learned: messages that reached him, results in addresses of his. */
  learned?: string[];
  /**
   * Which windows remain, by what they show. `app` and `redirect` have no result in their address
   * bars; `… with result` have.
   */
  remain?: string[];
};

/** One scenario of the matrix: what happens, and all that may come of it. */
export type Fault = Judged & {
  /** A sentence of what happens. */
  title: string;
  /** Engines that cannot run it, with the reason. */
  not?: Partial<Record<EngineName, string>>;
  /** Engines in which something else comes of it, with the reason. */
  but?: Partial<Record<EngineName, Partial<Judged> & { because: string }>>;
  act(scene: Scene): Promise<unknown>;
};

export { answer, result };
export const forged = 'client=FORGED&channels=[FORGEDCH]';

/** What the app is told of an attempt that brings its result. */
export const completed = { told: ['open', 'completed', 'callback'], results: [result] };
export const cancelled = { told: ['open', 'cancelled', 'cancel'] };
