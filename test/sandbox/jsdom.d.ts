// jsdom brings no types of its own; this is what the sandbox's tests use of it.
declare module 'jsdom' {
  export class VirtualConsole {
    on(name: 'error' | 'jsdomError', listener: (said: unknown) => void): this;
  }
  export class JSDOM {
    constructor(
      html: string,
      options?: { url?: string; runScripts?: 'outside-only'; virtualConsole?: VirtualConsole },
    );
    readonly window: Window & typeof globalThis;
  }
}
