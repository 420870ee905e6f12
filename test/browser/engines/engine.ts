import { setTimeout as sleep } from 'node:timers/promises';

/** What the drivers of Chromium, Firefox and WebKit have in common: as little as the tests need. */
export type Engine = {
  name: EngineName;
  /** A fresh profile: own storage, own windows. */
  newSession(): Promise<EngineSession>;
  close(): Promise<void>;
};

export type EngineName = 'Chromium' | 'Firefox' | 'WebKit';

export type EngineSession = {
  /** Opens an address as a visitor does, in a tab of its own. */
  open(address: string): Promise<EngineWindow>;
  /** All windows that are open now. */
  windows(): Promise<EngineWindow[]>;
  close(): Promise<void>;
};

export type EngineWindow = {
  /** The same for the same window, also after a navigation. */
  id: string;
  /** Runs a function of the test in the page, without a user's gesture. It may not use imports. */
  run<Argument, Result>(
    script: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>>;
  /** Waits for the button with this text, in the page or in its first frame, and clicks it. */
  click(text: string, where?: 'page' | 'frame'): Promise<void>;
  /** What the address bar shows. */
  address(): Promise<string>;
  /** The visitor closes it. */
  close(): Promise<void>;
};

/** For drivers that take text. Arguments travel as JSON. */
export const scriptText = (script: unknown, argument: unknown) =>
  `return (${script})(${JSON.stringify(argument) ?? 'undefined'})`;

/** Repeats what a page cannot answer while it is being left for the next one. */
export async function persistently<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (attempt === 50) throw error;
      await sleep(100);
    }
  }
}

/** Runs in the page: the button's element, or ours, once it is there. */
export const findButton = `async (text) => {
  for (;;) {
    const all = [...document.querySelectorAll('button, dialog-connect-button')];
    const found = all.find((each) => each.textContent === text);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}`;
