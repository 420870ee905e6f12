/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isLocalOrigin } from '../is-local-origin';
import { plannedSignupOf } from '../scenario/scenario';
import type { SandboxState } from '../state/sandbox-state';
import { planSignup } from './planned-signup';
import { sdkScript, signupScript } from './sdk-script';
import { SignupPage } from './signup-page';

/** Where the stand-in for Meta's SDK is. */
export const facebookSdkPath = '/facebook/sdk.js';

const script = (c: Context, text: string) => {
  c.header('Access-Control-Allow-Origin', '*');
  return c.body(text, 200, { 'Content-Type': 'text/javascript' });
};

/**
 * Meta's part, played: `GET /facebook/sdk.js` and the window that it opens. A scenario says how signups
 * end, or the query behind the SDK's address, for one page alone: `?ending=number` ends each by itself,
 * `&order=code-first` turns the two answers around, and `&gap=3000` puts so many milliseconds between them.
 */
export function createFacebookRoutes(state: SandboxState): Hono {
  const routes = new Hono();
  routes.get('/sdk.js', (c) => script(c, sdkScript));
  routes.get('/signup.js', (c) => script(c, signupScript));
  routes.get('/signup', (c) => {
    const { opener_origin = '', config_id = '' } = c.req.query();
    const isSecure = opener_origin.startsWith('https://') || isLocalOrigin(opener_origin);
    // Meta shows a bare page for a wrong configuration, and tells nobody.
    if (!isSecure || !/^\d+$/.test(config_id)) return c.text('Sorry, something went wrong.', 400);
    const plan = planSignup(c.req.query(), plannedSignupOf(state));
    if (!plan) return c.text('The sandbox knows no such ending, order or gap.', 400);
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    return c.html(<SignupPage configId={config_id} plan={plan} />);
  });
  return routes;
}
