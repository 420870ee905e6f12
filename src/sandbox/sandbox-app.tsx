/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { hubPaths } from '../core/hub-address';
import { createFacebookRoutes } from './facebook/facebook-routes';
import { runProblems } from './hub/run-problem';
import { createRunRoutes, openRun } from './hub/run-routes';
import { createMessagingRoutes } from './messaging/messaging-routes';
import { createSentMessages } from './messaging/sent-messages';
import { icon } from './pages/icon';
import { ProblemPage } from './pages/problem-page';
import { StartPage } from './pages/start-page';
import { stylesheet } from './pages/stylesheet';
import { createPartnerApiRoutes, partnerApiPath } from './partner-api/partner-api-routes';
import { createPartnerBackend } from './partner-backend/partner-backend';
import { createScenarioRoutes } from './scenario/scenario-routes';
import { createSandboxState, type SandboxState } from './state/sandbox-state';
import { createWebhooks } from './webhooks/create-webhooks';
import { createWebhooksRoutes } from './webhooks/webhooks-routes';

/** The sandbox as a plain web handler. */
export type SandboxApp = {
  /** Answers a request, as a fetch handler does. */
  fetch(request: Request): Response | Promise<Response>;
  /** Like `fetch`, with a path such as `/onboarding/aAbBcCPA`: for tests without a server. */
  request(path: string, init?: RequestInit): Response | Promise<Response>;
  /** Ends what goes on between requests: webhooks that wait for their time are not sent any more. */
  close(): void;
};

// No form-action: Chromium would apply it to the redirect that ends the last form.
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Makes the sandbox without a server, for your own server or for tests.
 *
 * @example
 * const app = createSandboxApp();
 * const response = await app.request('/onboarding/aAbBcCPA?redirect_url=https://app.example/');
 */
export function createSandboxApp(state: SandboxState = createSandboxState()): SandboxApp {
  const app = new Hono();
  const webhooks = createWebhooks(state);
  app.use(async (c, next) => {
    c.header('Content-Security-Policy', contentSecurityPolicy);
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    return next();
  });

  app.get('/', (c) => {
    const { origin, search } = new URL(c.req.url);
    return c.html(<StartPage origin={origin} search={search} />);
  });
  app.get('/sandbox.css', (c) => c.body(stylesheet, 200, { 'Content-Type': 'text/css' }));
  app.get('/sandbox.svg', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  app.route('/__scenario', createScenarioRoutes(state));
  app.route('/__messages', createSentMessages(state));
  app.route('/__webhooks', createWebhooksRoutes(state, webhooks));
  app.route(partnerApiPath, createPartnerApiRoutes(state, webhooks));
  app.route('/facebook', createFacebookRoutes(state));
  app.route('/', createMessagingRoutes(state));
  app.route('/partner-backend', createPartnerBackend());
  for (const path of Object.values(hubPaths)) {
    app.get(path.replace('{partnerId}', ':partnerId'), openRun(state));
  }
  app.route('/run/:runId', createRunRoutes(state, webhooks));

  app.notFound((c) => c.html(<ProblemPage problem={runProblems.notFound} />, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return c.text(error.message, error.status);
    return c.text(`The sandbox itself failed: ${error.message}`, 500);
  });
  return Object.assign(app, { close: webhooks.close });
}
