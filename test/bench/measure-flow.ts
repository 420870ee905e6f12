import type { Page } from 'playwright';
import { type Lab, now, told } from './lab';

const answer = '?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]';

/** Clicks the button. @returns the popup on the hub, and milliseconds from click to hub request */
async function click(lab: Lab, app: Page) {
  const since = now();
  const [popup, clickedAt] = await Promise.all([
    app.waitForEvent('popup'),
    told(app, 'click'),
    app.getByRole('button').click(),
  ]);
  await popup.waitForURL(/\/dashboard\//);
  const asked = lab.firstRequest(since, ({ path }) => path.startsWith('/dashboard/'));
  return { popup, clickMs: asked.at - clickedAt };
}

/** @returns milliseconds from the click to the hub's first request */
export async function measureClick(lab: Lab, path: string): Promise<number> {
  const app = await lab.open(path);
  const { popup, clickMs } = await click(lab, app);
  await popup.close();
  await app.close();
  return clickMs;
}

/** Goes once from the click to the callback, by this redirect page. */
export async function measureFlow(lab: Lab, path: string, redirectPath: string) {
  const app = await lab.open(path);
  let loads = 1;
  app.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === app.mainFrame()) loads++;
  });
  const { popup, clickMs } = await click(lab, app);
  const search = `${answer}&state=${new URL(popup.url()).searchParams.get('state') ?? ''}`;
  const since = now();
  const callback = told(app, 'callback');
  await popup.evaluate(
    (address) => void setTimeout(() => location.assign(address)),
    lab.url + redirectPath + search.replace(/&state=$/, ''),
  );
  const calledAt = await callback;
  const landed = lab.firstRequest(since, (request) => request.search.startsWith(answer));
  if (!popup.isClosed()) await popup.waitForEvent('close');
  await app.close();
  return { clickMs, landingMs: calledAt - landed.at, loads };
}
