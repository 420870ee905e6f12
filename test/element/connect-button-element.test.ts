import { type ConnectButtonElement, defineConnectButton } from 'react-360dialog-connect/element';
import { mockOnboarding, type OnboardingMock } from 'react-360dialog-connect/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAttributes } from '../../src/element/element-attributes';

const result = { client: 'oaY9LLfUCL', channels: ['y9MiLoCH', 'Ab12CH'] };

let onboarding: OnboardingMock;
beforeAll(() => defineConnectButton());
beforeEach(() => {
  onboarding = mockOnboarding();
});
afterEach(() => {
  onboarding.restore();
  document.body.replaceChildren();
});

/** Puts an element on the page, as HTML has it. */
function show(attributes = 'partner-id="aAbBcCPA"', content = ''): ConnectButtonElement {
  document.body.innerHTML = `<dialog-connect-button ${attributes}>${content}</dialog-connect-button>`;
  return document.querySelector('dialog-connect-button')!;
}

const inner = (element: Element) => element.shadowRoot!.querySelector('button')!;
const sent = () => Object.fromEntries(new URL(onboarding.lastUrl!).searchParams);

/** What reached a target, in order. */
function listen(target: EventTarget, ...types: string[]): unknown[] {
  const told: unknown[] = [];
  for (const type of types) {
    target.addEventListener(type, (event) => told.push([type, (event as CustomEvent).detail]));
  }
  return told;
}

describe('<dialog-connect-button>', () => {
  it('brings a client from the click to the result, by events and callback', () => {
    const element = show();
    element.callback = vi.fn();
    const atElement = listen(element, 'connect-callback');
    const atDocument = listen(document, 'dialog-connect-callback', 'connect-callback');
    const atWindow = listen(window, 'dialog-connect-callback');

    inner(element).click();
    onboarding.complete(result);

    expect(atElement).toEqual([['connect-callback', result]]);
    expect(atDocument).toEqual([
      ['connect-callback', result],
      ['dialog-connect-callback', result],
    ]);
    expect(atWindow).toEqual([['dialog-connect-callback', result]]);
    expect(element.callback).toHaveBeenCalledTimes(1);
  });

  it('leaves shadow trees with its events', () => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'closed' });
    const element = root.appendChild(document.createElement('dialog-connect-button'));
    element.setAttribute('partner-id', 'aAbBcCPA');
    const told = listen(document, 'connect-callback');

    element.openConnect();
    onboarding.complete(result);

    expect(told).toEqual([['connect-callback', result]]);
  });

  it('tells of a client who gave up, and of every status', () => {
    const element = show();
    const told = listen(element, 'connect-cancel', 'connect-status-change');

    element.click();
    onboarding.cancel();

    expect(told).toEqual([
      ['connect-status-change', 'open'],
      ['connect-status-change', 'cancelled'],
      ['connect-cancel', null],
    ]);
  });

  it('tells of errors, and prints one that nobody deals with', () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    const element = show('');
    const codes: string[] = [];
    element.addEventListener('connect-error', ({ detail }) => codes.push(detail.code));

    element.click();
    expect(print).toHaveBeenCalledTimes(1);
    expect(String(print.mock.calls[0])).toContain('invalid partnerId: it is missing');
    element.addEventListener('connect-error', (event) => event.preventDefault());
    element.click();

    expect(codes).toEqual(['invalid_options', 'invalid_options']);
    expect(print).toHaveBeenCalledTimes(1);
    print.mockClear();
  });

  it('shows where the attempt is', () => {
    const element = show();
    expect(element.dataset['status']).toBe('idle');

    element.click();
    expect(element.dataset['status']).toBe('open');
    expect(element.status).toBe('open');
    expect(inner(element).getAttribute('aria-busy')).toBe('true');

    element.close();
    expect(element.dataset['status']).toBe('cancelled');
    expect(inner(element).hasAttribute('aria-busy')).toBe(false);
    element.reset();
    expect(element.dataset['status']).toBe('idle');
  });

  it('opens nothing while it is disabled', () => {
    const element = show('partner-id="aAbBcCPA" disabled');

    element.click();
    element.openConnect();
    expect(inner(element).disabled).toBe(true);
    expect(onboarding.lastUrl).toBe(null);

    element.disabled = false;
    element.click();
    expect(onboarding.lastUrl).not.toBe(null);
  });

  it('opens nothing in a click whose default somebody prevented', () => {
    const element = show();
    element.addEventListener('click', (event) => event.preventDefault(), true);

    element.click();

    expect(onboarding.lastUrl).toBe(null);
  });

  it('submits no form, and is no part of one', () => {
    document.body.innerHTML = '<form><dialog-connect-button></dialog-connect-button></form>';
    const form = document.querySelector('form')!;
    const element = document.querySelector('dialog-connect-button')!;

    expect(inner(element).type).toBe('button');
    expect(form.elements).toHaveLength(0);
  });

  it('can be moved and attached again, and nothing happens twice', async () => {
    const element = show();
    const told = listen(document, 'connect-callback', 'dialog-connect-callback');
    element.click();

    document.body.append(document.createElement('div'));
    document.querySelector('div')!.append(element);
    element.remove();
    document.body.append(element);
    await Promise.resolve();
    onboarding.complete(result);
    element.click();
    onboarding.complete(result);

    expect(told).toHaveLength(4);
    expect(element.shadowRoot!.querySelectorAll('button')).toHaveLength(1);
  });

  it('still tells the page when it was taken away meanwhile', () => {
    const element = show();
    const told = listen(document, 'dialog-connect-callback');

    element.click();
    element.remove();
    onboarding.complete(result);

    expect(told).toHaveLength(1);
  });
});

describe('a page that has a result in its address', () => {
  it('brings it to listeners that come after the element, once', async () => {
    history.replaceState(null, '', '/app?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]&tab=1');
    const element = show('partner-id="aAbBcCPA" allow-unsolicited');
    const told = listen(element, 'connect-callback');

    await Promise.resolve();
    document.body.append(element);
    element.setAttribute('lang', 'de');
    await Promise.resolve();

    expect(told).toEqual([['connect-callback', result]]);
    expect(location.search).toBe('?tab=1');
    history.replaceState(null, '', '/');
  });

  it.each(['DOMContentLoaded', 'load'])(
    'brings it to listeners of deferred scripts and of %s, once',
    async (last) => {
      history.replaceState(null, '', '/app?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]');
      vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
      const element = show('partner-id="aAbBcCPA" allow-unsolicited');
      await Promise.resolve();
      let told: unknown[] = [];
      const heard = new Promise((resolve) => {
        const listenLate = () => {
          told = listen(element, 'connect-callback');
          element.addEventListener('connect-callback', resolve);
        };
        addEventListener(last, listenLate, { once: true });
      });

      dispatchEvent(new Event(last));
      dispatchEvent(new Event('load'));
      await heard;
      vi.restoreAllMocks();

      expect(told).toEqual([['connect-callback', result]]);
      history.replaceState(null, '', '/');
    },
  );

  it('brings it at once where all scripts have run, though the page still loads', async () => {
    history.replaceState(null, '', '/app?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]');
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    vi.stubGlobal('performance', { getEntriesByType: () => [{ domContentLoadedEventStart: 77 }] });
    const told = listen(show('partner-id="aAbBcCPA" allow-unsolicited'), 'connect-callback');

    await Promise.resolve();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();

    expect(told).toEqual([['connect-callback', result]]);
    history.replaceState(null, '', '/');
  });
});

describe('attributes', () => {
  it('are the options and parameters of their names', () => {
    const element =
      show(`partner-id="aAbBcCPA" requested-number="+49 30 123" env="staging" version="v2"
      email="ana@example.com" name="Ana" state="s1" redirect-url="/connect" next="signup" flow="f"
      plan-selection="basic" lang="de" io-signature="e19a" io-timestamp="1775653748"
      preverified-phone-number-id="77"`);

    element.click();

    expect(new URL(onboarding.lastUrl!).origin).toBe('https://staging-app.360dialog.com');
    expect(sent()).toEqual({
      number: '4930123',
      email: 'ana@example.com',
      name: 'Ana',
      state: 's1',
      redirect_url: `${location.origin}/connect`,
      next: 'signup',
      flow: 'f',
      plan_selection: 'basic',
      lang: 'de',
      io_signature: 'e19a',
      io_timestamp: '1775653748',
      preverified_phone_number_id: '77',
    });
  });

  it('may change at any time', () => {
    const element = show();

    element.setAttribute('onboarding-url', 'https://hub.example.com/{partnerId}');
    element.setAttribute('partner-id', 'dDeEfFPA');
    element.click();

    expect(onboarding.lastUrl).toMatch('https://hub.example.com/dDeEfFPA?');
  });

  it('redirect-origins takes blanks and commas between', () => {
    const element = show(
      'redirect-origins=" https://a.example, https://b.example https://c.example"',
    );

    expect(readAttributes(element).redirectOrigins).toEqual([
      'https://a.example',
      'https://b.example',
      'https://c.example',
    ]);
  });

  it('io-signature-url asks your server at the click', async () => {
    const answer = { io_signature: 'e19b', io_timestamp: 1_775_653_749 };
    const fetch = vi.fn(async (_url: string) => Response.json(answer));
    vi.stubGlobal('fetch', fetch);
    const element = show('partner-id="aAbBcCPA" io-signature-url="/sign"');
    expect(fetch).not.toHaveBeenCalled();

    element.click();

    await vi.waitFor(() => expect(sent()).toMatchObject({ io_signature: 'e19b' }));
    expect(fetch.mock.calls[0]![0]).toBe('/sign');
    vi.unstubAllGlobals();
  });
});

describe('properties', () => {
  it('set before the element is defined are taken over', () => {
    const early = document.createElement('early-connect-button') as ConnectButtonElement;
    const callback = vi.fn();
    Object.assign(early, {
      callback,
      queryParameters: { lang: 'pt' },
      label: 'Go',
      disabled: true,
    });
    early.setAttribute('partner-id', 'aAbBcCPA');
    document.body.append(early);

    defineConnectButton('early-connect-button');
    expect(inner(early).textContent).toBe('Go');
    expect(inner(early).disabled).toBe(true);
    early.disabled = false;
    early.click();
    onboarding.complete(result);

    expect(sent()).toMatchObject({ lang: 'pt' });
    expect(callback.mock.calls).toEqual([[result]]);
    expect(Object.keys(early)).toEqual([]);
  });

  it('beat attributes', () => {
    const element = show('partner-id="aAbBcCPA" lang="de" email="a@example.com"');

    element.queryParameters = { lang: 'pt' };
    element.click();

    expect(sent()).toMatchObject({ lang: 'pt', email: 'a@example.com' });
  });

  it('are refused where they would be lost, as URLSearchParams', () => {
    const element = show();
    const told = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    element.addEventListener('connect-error', told);

    element.queryParameters = new URLSearchParams('lang=pt') as never;
    element.click();

    expect((told.mock.calls[0]![0] as CustomEvent).detail.message).toMatch(
      /^invalid queryParameters: it is no plain object/,
    );
  });

  it('prepare and fetchIoSignature run between click and hub', async () => {
    const element = show();
    element.prepare = async () => ({ partner: 'p1' });
    element.fetchIoSignature = async () => ({ io_signature: 'e19c', io_timestamp: 1_775_653_750 });

    element.click();

    await vi.waitFor(() => expect(sent()).toMatchObject({ partner: 'p1', io_signature: 'e19c' }));
  });
});

describe('the label', () => {
  /** What a visitor reads. */
  const read = (element: Element) => {
    const slot = inner(element).querySelector('slot')!;
    const slotted = slot.hidden ? '' : slot.assignedNodes().map((node) => node.textContent);
    return `${slotted}${inner(element).textContent}`.trim();
  };

  it.each([
    ['', '', 'Connect 360dialog'],
    ['', '\n  ', 'Connect 360dialog'],
    ['label=""', '', 'Connect 360dialog'],
    ['label="Connect WhatsApp"', '', 'Connect WhatsApp'],
    ['label="Connect WhatsApp"', '<b>Other</b>', 'Connect WhatsApp'],
    ['', '<b>Connect</b>', 'Connect'],
    ['', 'Connect now', 'Connect now'],
  ])('of <dialog-connect-button %s>%j is %s', async (attributes, content, text) => {
    const element = show(attributes, content);
    await Promise.resolve();

    expect(read(element)).toBe(text);
  });

  it('is never read as HTML', () => {
    const element = show();

    element.label = '<img src=x onerror=alert(1)>';

    expect(element.shadowRoot!.querySelector('img')).toBe(null);
    expect(read(element)).toBe('<img src=x onerror=alert(1)>');
  });

  it('may be nodes', () => {
    const element = show();
    const strong = document.createElement('strong');
    strong.textContent = 'Connect';

    element.label = strong;
    expect(inner(element).querySelector('strong')).toBe(strong);

    element.label = '';
    expect(read(element)).toBe('Connect 360dialog');
  });

  it('is a fragment as long as nobody gives another, whatever the element contains', async () => {
    const element = show();
    const fragment = document.createDocumentFragment();
    fragment.append('Connect ', document.createElement('b'));

    element.label = fragment;
    element.append('Other');
    await Promise.resolve();

    expect(inner(element).textContent).toBe('Connect ');
  });

  it('is the attribute where that is said after nodes', () => {
    const element = show();
    const fragment = document.createDocumentFragment();
    fragment.append('Connect');
    element.label = fragment;

    element.setAttribute('label', 'Connect WhatsApp');
    expect([read(element), element.label]).toEqual(['Connect WhatsApp', 'Connect WhatsApp']);

    element.label = document.createTextNode('Connect');
    element.removeAttribute('label');
    expect([read(element), element.label]).toEqual(['Connect 360dialog', '']);
  });

  it('follows the text that a framework writes into a node of the element', async () => {
    const element = show();
    const text = element.appendChild(document.createTextNode(''));
    await Promise.resolve();
    expect(read(element)).toBe('Connect 360dialog');

    text.data = 'Connect now';
    await Promise.resolve();
    expect(read(element)).toBe('Connect now');

    text.data = '';
    await Promise.resolve();
    expect(read(element)).toBe('Connect 360dialog');
  });

  it('changes with its attribute', () => {
    const element = show('label="One"');

    element.setAttribute('label', 'Two');

    expect(read(element)).toBe('Two');
  });
});

describe('methods', () => {
  it('getPermissionUrl gives the address of a plain link', () => {
    const element = show(
      'partner-id="aAbBcCPA" redirect-url="/connect" requested-number="4930123"',
    );

    expect(element.getPermissionUrl()).toBe(
      `https://hub.360dialog.com/dashboard/app/aAbBcCPA/permissions?redirect_url=${encodeURIComponent(`${location.origin}/connect`)}&number=4930123`,
    );
    expect(show('').getPermissionUrl()).toBe('');
  });

  it('getPermissionUrl refuses parameters that a click refuses', () => {
    const element = show('partner-id="aAbBcCPA" redirect-url="/connect"');

    element.queryParameters = new URLSearchParams('lang=pt') as never;

    expect(() => element.getPermissionUrl()).toThrow(/^invalid queryParameters: it is no plain/);
  });

  it('updateConfig writes attributes, and what has none into queryParameters', () => {
    const element = show();
    element.queryParameters = { lang: 'pt' };

    element.updateConfig({
      partnerId: 'dDeEfFPA',
      requestedNumber: '49',
      version: 'v2',
      useNewRedirect: true,
      queryParameters: { email: 'a@example.com', brand_new: 1, lang: 'de', flow: undefined },
    });

    expect(element.getAttributeNames()).toEqual(
      expect.arrayContaining(['partner-id', 'requested-number', 'version', 'email']),
    );
    expect(element.getAttribute('partner-id')).toBe('dDeEfFPA');
    expect(element.getAttribute('email')).toBe('a@example.com');
    expect(element.queryParameters).toEqual({ lang: 'de', brand_new: 1 });
  });
});

describe('defineConnectButton', () => {
  it('leaves a tag that is taken, so two copies do no harm', () => {
    const before = customElements.get('dialog-connect-button');

    defineConnectButton();

    expect(customElements.get('dialog-connect-button')).toBe(before);
  });

  it('takes another tag', () => {
    defineConnectButton('acme-connect');

    document.body.innerHTML = '<acme-connect partner-id="aAbBcCPA"></acme-connect>';
    const element = document.querySelector<ConnectButtonElement>('acme-connect')!;
    element.click();

    expect(onboarding.lastUrl).toContain('/aAbBcCPA/');
  });
});
