// @vitest-environment node
import { createSandboxApp } from 'react-360dialog-connect/sandbox';
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

const post = (body: string, headers: Record<string, string> = {}) =>
  createSandboxApp().request('/__scenario', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
  });

it('changes payment and redirect URL of one partner', async () => {
  const visitor = new Visitor();

  const redirectUrl = 'https://partner.example/done';
  const response = await visitor.scenario({ partnerId: 'xPA', payment: 'direct', redirectUrl });

  expect(await response.json()).toEqual({ scenarios: { xPA: { payment: 'direct', redirectUrl } } });
  await visitor.open('/onboarding/xPA');
  await visitor.signUp();
  expect(visitor.heading).toBe('Choose a plan');
  expect((await new Visitor(visitor.app).open('/onboarding/yPA')).status).toBe(400);
});

it('changes every partner without partnerId, except for what one partner has of its own', async () => {
  const visitor = new Visitor();

  await visitor.scenario({ partnerId: 'xPA', redirectUrl: null });
  await visitor.scenario({ redirectUrl: 'https://partner.example/done' });

  expect((await visitor.open('/onboarding/xPA')).status).toBe(400);
  expect((await visitor.open('/onboarding/yPA')).status).toBe(200);
});

it('prefers the redirect URL of the run to the configured one', async () => {
  const visitor = new Visitor();
  await visitor.scenario({ redirectUrl: 'https://partner.example/done' });

  await visitor.onboard();

  expect(visitor.leftTo).toMatch(/^https:\/\/app\.example\//);
});

it('leaves runs alone that have begun', async () => {
  const visitor = await new Visitor().open(hubPath());

  await visitor.scenario({ payment: 'direct' });
  await visitor.signUp();

  expect(visitor.heading).toBe('Register your numbers');
});

it('sends the COOP of the scenario with the pages of later runs, and none by default', async () => {
  const visitor = await new Visitor().open(hubPath());
  const before = visitor.path;

  await visitor.scenario({ coop: 'same-origin' });
  const start = await visitor.app.request(hubPath());
  await visitor.open(hubPath());

  const header = async (path: string) =>
    (await visitor.app.request(path)).headers.get('Cross-Origin-Opener-Policy');
  expect(start.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(await header(visitor.path)).toBe('same-origin');
  expect(await header(before)).toBeNull();
  await visitor.scenario({ coop: null });
  expect(await header(hubPath())).toBeNull();
});

it('forgets clients, sessions, runs and scenarios on reset', async () => {
  const visitor = await new Visitor().onboard();
  await visitor.open(hubPath());
  await visitor.scenario({ payment: 'direct' });

  await visitor.scenario({ reset: true });

  expect((await visitor.open(visitor.path)).heading).toBe('This visit is over');
  await visitor.open(hubPath());
  expect(visitor.heading).toBe('Create your account');
  await visitor.signUp();
  expect(visitor.heading).toBe('Register your numbers');
});

it('names unknown keys', async () => {
  const response = await post('{"paiment": "direct", "__proto__": 1, "coop": null}');

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error:
      'Unknown: paiment, __proto__. A scenario takes partnerId, payment, ioSignature, redirectUrl, coop, ending, answerDelayMs, rateLimit, partnerApiFaults, webhookUrl, webhooks, channelLife, webhookPauseMs, embeddedSignup, reset.',
  });
});

it.each([
  ['{"payment": "cash"}', '"payment" must be "partner" or "direct".'],
  ['{"partnerId": "a b"}', '"partnerId" must be a partner ID.'],
  ['{"partnerId": null}', '"partnerId" must be a partner ID.'],
  ['{"redirectUrl": "javascript:1"}', '"redirectUrl" must be an http(s) address or null.'],
  ['{"coop": "x\\r\\ny: z"}', expect.stringMatching(/^"coop" must be same-origin, .* or null\.$/)],
  [
    '{"ending": "later"}',
    expect.stringMatching(/^"ending" must be "refuse", "never", .* or null\.$/),
  ],
  ['{"ending": {"redirect": "a=1", "x": 1}}', expect.stringMatching(/^"ending" must be/)],
  ['{"ending": {"redirect": "?a=1"}}', expect.stringMatching(/^"ending" must be/)],
  ['{"ending": {"redirect": "a=1#b"}}', expect.stringMatching(/^"ending" must be/)],
  ['{"ending": {"redirect": "a\\r\\nb: c"}}', expect.stringMatching(/^"ending" must be/)],
  ['{"answerDelayMs": 60001}', '"answerDelayMs" must be a whole number from 0 to 60000.'],
  ['{"answerDelayMs": 0.5}', '"answerDelayMs" must be a whole number from 0 to 60000.'],
  [
    '{"rateLimit": {"requests": 5}}',
    '"rateLimit" must be {"requests": 5, "seconds": 30}, other numbers, or null.',
  ],
  [
    '{"rateLimit": {"requests": -1, "seconds": 30}}',
    '"rateLimit" must be {"requests": 5, "seconds": 30}, other numbers, or null.',
  ],
  [
    '{"partnerApiFaults": ["502"]}',
    '"partnerApiFaults" must be a list of "429", "500" and "500-after".',
  ],
  ['{"webhookUrl": "localhost:3000"}', '"webhookUrl" must be an http(s) address or null.'],
  ['{"webhooks": "soon"}', '"webhooks" must be "after", "early", "late", "twice" or "off".'],
  ['{"channelLife": "long"}', '"channelLife" must be "by-itself" or "by-hand".'],
  ['{"webhookPauseMs": 60001}', '"webhookPauseMs" must be a whole number from 0 to 60000.'],
  ['{"webhookPauseMs": -1}', '"webhookPauseMs" must be a whole number from 0 to 60000.'],
  [
    '{"embeddedSignup": {"ending": "toString"}}',
    expect.stringMatching(/^"embeddedSignup" must be .* an ending is one of number, waba-only, /),
  ],
  ['{"embeddedSignup": {"order": "both"}}', expect.stringMatching(/^"embeddedSignup" must be /)],
  ['{"embeddedSignup": {"gapMs": 60001}}', expect.stringMatching(/^"embeddedSignup" must be /)],
  ['{"embeddedSignup": {"gap": 1}}', expect.stringMatching(/^"embeddedSignup" must be /)],
  ['{"embeddedSignup": "number"}', expect.stringMatching(/^"embeddedSignup" must be /)],
  [
    '{"partnerId": "xPA", "embeddedSignup": null}',
    '"embeddedSignup" names no partner, so leave "partnerId" out.',
  ],
  ['{"reset": false}', '"reset" must be true.'],
  ['[]', 'The body must be a JSON object.'],
  ['null', 'The body must be a JSON object.'],
  ['{', 'The body is not valid JSON.'],
  ['', 'The body is not valid JSON.'],
])('refuses %s', async (body, error) => {
  const response = await post(body);

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error });
});

it('answers pages of this machine only', async () => {
  const allowed = async (origin: string) =>
    (await post('{}', { Origin: origin })).headers.get('Access-Control-Allow-Origin');

  expect(await allowed('http://localhost:6006')).toBe('http://localhost:6006');
  expect(await allowed('http://127.0.0.1:6006')).toBe('http://127.0.0.1:6006');
  expect(await allowed('https://localhost.example')).toBeNull();
});

it('takes no other content type, as websites could send that unasked', async () => {
  expect((await post('{"reset": true}', { 'Content-Type': 'text/plain' })).status).toBe(415);
});
