// @vitest-environment node
import { createSandboxApp } from 'react-360dialog-connect/sandbox';
import { describe, expect, it } from 'vitest';
import { signupEndings } from '../../../src/sandbox/facebook/signup-endings';

const app = createSandboxApp();
const signup = (query: Record<string, string>) =>
  app.request(`/facebook/signup?${new URLSearchParams(query)}`);

describe('the stand-in for Meta’s SDK', () => {
  it('is a script that any page may load', async () => {
    const response = await app.request('/facebook/sdk.js');

    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('opens a window with a button for each way to end', async () => {
    const response = await signup({ opener_origin: 'https://app.example', config_id: '1' });
    const html = await response.text();

    expect(response.status).toBe(200);
    for (const { label } of Object.values(signupEndings)) expect(html).toContain(label);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

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
