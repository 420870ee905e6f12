/** A window's storage: its own properties are what is stored, as in browsers. */
export class LightStorage {
  [key: string]: unknown;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null;
  }

  setItem(key: string, value: string): void {
    this[key] = String(value);
  }

  removeItem(key: string): void {
    delete this[key];
  }

  /** What a tab that is duplicated gets. */
  copy(): LightStorage {
    return Object.assign(new LightStorage(), this);
  }
}
