/**
 * A window as its opener sees it: unreadable as soon as it shows a page of another site. It loads
 * nothing.
 */
export class FakeWindow {
  closed = false;
  /** It is a window of its own. */
  readonly top = this;
  /** The page that a blank window shows. */
  readonly document = document.implementation.createHTMLDocument('');
  /** Where the hub was asked for, or `''` while the window is blank. */
  address: string;
  readonly location: { readonly host: string; replace(address: string): void };
  #waiting: (() => void)[] = [];

  constructor(address = '') {
    this.address = address;
    const host = () => this.readHost();
    this.location = {
      get host() {
        return host();
      },
      replace: (to) => this.visit(to),
    };
  }

  focus(): void {}

  close(): void {
    this.closed = true;
  }

  /** What `location.host` gives. */
  readHost(): string {
    if (!this.address) return ''; // about:blank
    throw new DOMException('Blocked a frame from a cross-origin frame.', 'SecurityError');
  }

  visit(address: string): void {
    this.address = address;
    // The opener is not done with its own part yet.
    const acts = this.#waiting.splice(0);
    // Not by `queueMicrotask`, which fake timers stop.
    Promise.resolve().then(() => {
      for (const act of acts) act();
    });
  }

  /** Acts once the hub was asked for, which `prepare` and `fetchIoSignature` put off. */
  whenAtHub(act: () => void): void {
    if (this.address) act();
    else this.#waiting.push(act);
  }

  /** The `state` that the hub was told. */
  get state(): string {
    return new URL(this.address).searchParams.get('state') ?? '';
  }

  /** Says something to its opener, as the redirect page does that it came back to. */
  say(data: string): void {
    const message = new MessageEvent('message', { data, origin: location.origin });
    // Some environments take nothing for a source that is no window of theirs.
    Object.defineProperty(message, 'source', { value: this });
    window.dispatchEvent(message);
  }
}
