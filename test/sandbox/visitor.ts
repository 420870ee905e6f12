import { getByLabelText, getByRole } from '@testing-library/dom';
import { JSDOM } from 'jsdom';
import { createSandboxApp, type SandboxApp } from 'react-360dialog-connect/sandbox';

const origin = 'http://localhost';

/** Where runs end in these tests. */
export const redirectUrl = 'https://app.example/connected';

/** The hub's address with these parameters, ending at `redirectUrl` if they name no other. */
export function hubPath(parameters: Record<string, string> = {}, partnerId = 'aAbBcCPA'): string {
  const query = new URLSearchParams({ redirect_url: redirectUrl, ...parameters });
  return `/onboarding/${partnerId}?${query}`;
}

/** A browser without JavaScript: follows redirects, keeps cookies, fills in forms by label. */
export class Visitor {
  status = 0;
  /** Where the hub sent the window at the end; `null` while the visitor is still in the hub. */
  leftTo: string | null = null;
  /** Path of the shown page. */
  path = '';
  html = '';
  #document = new JSDOM('').window.document;
  #cookies = new Map<string, string>();

  readonly app: SandboxApp;

  constructor(app: SandboxApp = createSandboxApp()) {
    this.app = app;
  }

  get document() {
    return this.#document;
  }

  get heading() {
    return getByRole(this.#document.body, 'heading', { level: 1 }).textContent;
  }

  get text() {
    return this.#document.body.textContent;
  }

  field(label: string) {
    return getByLabelText<HTMLInputElement>(this.#document.body, label, { exact: false });
  }

  async open(path: string, init: RequestInit = {}): Promise<this> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie && { cookie }) };
    const response = await this.app.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) this.#cookies.set(name!, value);
      else this.#cookies.delete(name!);
    }
    const location = response.headers.get('Location');
    if (location?.startsWith('/')) return this.open(location);
    this.status = response.status;
    this.leftTo = location;
    this.path = path;
    this.html = await response.text();
    this.#document = new JSDOM(this.html, { url: origin + path }).window.document;
    return this;
  }

  /** Fills in fields (`true`/`false` ticks and unticks) and presses a button. */
  async press(button: string, values: Record<string, string | boolean> = {}): Promise<this> {
    for (const [label, value] of Object.entries(values)) {
      const field = this.field(label);
      if (typeof value === 'string') field.value = value;
      else field.checked = value;
    }
    const form = getByRole<HTMLButtonElement>(this.#document.body, 'button', { name: button })
      .form!;
    const body = new URLSearchParams();
    for (const field of form.querySelectorAll('input')) {
      const isOff = /checkbox|radio/.test(field.type) && !field.checked;
      if (field.name && !isOff) body.append(field.name, field.value);
    }
    return this.open(form.getAttribute('action')!, { method: 'POST', body });
  }

  async follow(link: string): Promise<this> {
    const target = getByRole<HTMLAnchorElement>(this.#document.body, 'link', { name: link });
    return this.open(target.getAttribute('href')!);
  }

  signUp(email = 'ada@example.com'): Promise<this> {
    return this.press('Create account', { Name: 'Ada', 'E-mail': email, Password: 'x' });
  }

  /** Goes through a first visit of a partner payment hub: both numbers, permitted. */
  async onboard(parameters: Record<string, string> = {}): Promise<this> {
    await this.open(hubPath(parameters));
    await this.signUp();
    await this.press('Register');
    return this.press('Allow');
  }

  /** The value of a parameter of the redirect, as it stands there. */
  sent(parameter: string): string | undefined {
    return new RegExp(`[?&]${parameter}=([^&#]*)`).exec(this.leftTo ?? '')?.[1];
  }

  /** Sets what the next runs do. */
  async scenario(scenario: object): Promise<Response> {
    return this.app.request('/__scenario', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(scenario),
    });
  }
}
