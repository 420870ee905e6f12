// @vitest-environment node
import { JSDOM } from 'jsdom';
import { createSandboxApp } from 'react-360dialog-connect/sandbox';
import { describe, expect, it } from 'vitest';
import { signupEndings } from '../../../src/sandbox/facebook/signup-endings';

const app = createSandboxApp();
const asked = { opener_origin: 'https://app.example', config_id: '1' };
const signup = (query: Record<string, string>) =>
  app.request(`/facebook/signup?${new URLSearchParams(query)}`);

/** Changes how signups go, and what this one then does by itself. */
const scenario = (embeddedSignup: unknown) =>
  app.request('/__scenario', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ embeddedSignup }),
  });
async function plan(query: Record<string, string> = {}) {
  const response = await signup({ ...asked, ...query });
  const { document } = new JSDOM(await response.text()).window;
  const { order, gap } = document.forms[0]!.elements as unknown as Record<
    string,
    { value: string }
  >;
  const byItself = [...document.querySelectorAll('[data-by-itself]')];
  return [byItself.map(({ textContent }) => textContent), order!.value, gap!.value];
}

describe('the stand-in for Meta’s SDK', () => {
  it('is a script that any page may load', async () => {
    const response = await app.request('/facebook/sdk.js');

    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('opens a window whose buttons wait for its script, which a click before would miss', async () => {
    const { document } = new JSDOM(await (await signup(asked)).text()).window;

    const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-ending]')];
    expect(buttons.map(({ disabled }) => disabled)).toEqual(buttons.map(() => true));
  });

  it('opens a window with a button for each way to end', async () => {
    const response = await signup(asked);
    const html = await response.text();

    expect(response.status).toBe(200);
    for (const { label } of Object.values(signupEndings)) expect(html).toContain(label);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it.each(Object.entries(signupEndings))(
    'ends as %s where a scenario says so',
    async (ending, { label }) => {
      await scenario({ ending, order: 'code-first', gapMs: 5000 });

      expect(await plan()).toEqual([[label], 'code-first', '5000']);
    },
  );

  it('waits for a button, the message first and no gap, where no scenario says more', async () => {
    await scenario(null);

    expect(await plan()).toEqual([[], 'message-first', '0']);
  });

  it('goes by the query behind the SDK’s address before the scenario', async () => {
    await scenario({ ending: 'cancel', order: 'code-first', gapMs: 5000 });

    expect(await plan({ ending: 'error', order: 'message-first', gap: '10' })).toEqual([
      [signupEndings.error.label],
      'message-first',
      '10',
    ]);
  });

  it.each([{ ending: 'constructor' }, { order: 'both' }, { gap: 'long' }])(
    'refuses %o, which there is not',
    async (query) => {
      const response = await signup({ ...asked, ...query } as unknown as Record<string, string>);

      expect(response.status).toBe(400);
      expect(await response.text()).toBe('The sandbox knows no such ending, order or gap.');
    },
  );

  it.each([
    ['an http page', { opener_origin: 'http://app.example', config_id: '1' }],
    ['a wrong configuration', { opener_origin: 'https://app.example', config_id: 'x' }],
    ['no page', { config_id: '1' }],
  ])('opens a bare page for %s, as Meta does', async (_, query) => {
    const response = await signup(query as unknown as Record<string, string>);

    expect(response.status).toBe(400);
    expect(await response.text()).toBe('Sorry, something went wrong.');
  });
});
