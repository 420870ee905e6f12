import { FakeBroadcastChannel } from '../helpers/fake-broadcast-channel';
import { FakeLocks } from '../helpers/fake-locks';
import { LightStorage } from './light-storage';
import { LightPopup } from './light-window';

/** What the documents of one browser share. */
export class LightBrowser {
  readonly popups: LightPopup[] = [];
  /** Makes `window.open` give no window. */
  isBlocked = false;
  readonly localStorage = new LightStorage();
  readonly locks = new FakeLocks();
  /** The channels on which a result was acknowledged. */
  readonly acknowledged: string[] = [];
  readonly Channel = this.#watchedChannel();

  #watchedChannel(): typeof FakeBroadcastChannel {
    const { acknowledged } = this;
    return class extends FakeBroadcastChannel {
      override postMessage(data: unknown): void {
        if (data === 'ack') acknowledged.push(this.name);
        super.postMessage(data);
      }
    };
  }

  /** No two documents begin at the same time. */
  nextTimeOrigin = () => Date.now() + this.#documents++ / 1000;
  #documents = 0;

  /** `window.open`, from a document with this storage. */
  open(address: string, storage: LightStorage): LightPopup | null {
    if (this.isBlocked) return null;
    const mark = JSON.parse(storage.getItem('360dialog-connect') ?? 'null');
    const popup = new LightPopup(this, address, mark);
    this.popups.push(popup);
    return popup;
  }
}
