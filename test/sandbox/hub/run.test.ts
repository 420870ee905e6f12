// @vitest-environment node
import { createSandboxApp, createSandboxState } from 'react-360dialog-connect/sandbox';
import { expect, it } from 'vitest';
import { hubPath, redirectUrl, Visitor } from '../visitor';

it.each([
  ['the new hub', `/onboarding/aAbBcCPA?redirect_url=${redirectUrl}`],
  ['the classic hub', `/dashboard/app/aAbBcCPA/permissions?redirect_url=${redirectUrl}`],
])('goes from signup to the redirect at the address of %s', async (_, path) => {
  const visitor = await new Visitor().open(path);

  expect(visitor.heading).toBe('Create your account');
  await visitor.signUp();
  expect(visitor.heading).toBe('Register your numbers');
  await visitor.press('Register');
  expect(visitor.heading).toBe('Allow Bluebird Software to use your numbers');
  await visitor.press('Allow');

  expect(visitor.status).toBe(303);
  expect(visitor.leftTo).toMatch(
    /^https:\/\/app\.example\/connected\?client=\w{8}CL&channels=\[\w{6}CH,\w{6}CH\]$/,
  );
});

it('takes any well-formed partner ID', async () => {
  const visitor = await new Visitor().open(hubPath({}, 'my-partner_7'));

  expect(visitor.text).toContain('Partner my-partner_7 invites you');
});

it.each(['a.b', 'a%20b', 'a%2Fb', '%3Cb%3E', '%E0%A4%A'])(
  'answers the malformed partner ID %s with an error page',
  async (partnerId) => {
    const visitor = await new Visitor().open(hubPath({}, partnerId));

    expect(visitor.status).toBe(404);
    expect(visitor.heading).toBe('We do not know this partner');
  },
);

it.each(['/onboarding/aAbBcCPA', '/dashboard/app/aAbBcCPA/permissions?redirect_url='])(
  'tells client and developer at once that %s has no redirect URL',
  async (path) => {
    const visitor = await new Visitor().open(path);

    expect(visitor.status).toBe(400);
    expect(visitor.heading).toBe('This link is not set up yet');
    expect(visitor.document.querySelector('details')?.textContent).toMatch(
      /partner_redirect_url.*PATCH \/partners.*redirect_url/,
    );
  },
);

it.each(['javascript:alert(1)', 'data:text/html,hi', '/connected', 'app.example', 'https://'])(
  'refuses the redirect URL %s',
  async (redirect_url) => {
    const visitor = await new Visitor().open(hubPath({ redirect_url }));

    expect(visitor.status).toBe(400);
    expect(visitor.heading).toBe('This link does not work');
  },
);

it('keeps the query of the run out of the addresses that follow', async () => {
  const visitor = await new Visitor().open(hubPath({ state: 's3cret', email: 'ada@example.com' }));

  expect(visitor.path).toMatch(/^\/run\/[\w-]+\/signup$/);
  expect(visitor.html).not.toContain('s3cret');
});

it('says that a visit is over when its run is unknown', async () => {
  const visitor = await new Visitor().open('/run/nobody/permissions');

  expect(visitor.status).toBe(404);
  expect(visitor.heading).toBe('This visit is over');
});

it.each(['payment', 'numbers', 'permissions'])(
  'leads a visitor without account from /%s back to signup',
  async (step) => {
    const visitor = await new Visitor().open(hubPath());

    await visitor.open(visitor.path.replace('signup', step));

    expect(visitor.heading).toBe('Create your account');
  },
);

it('lists its addresses and demo partners on the start page, and tries one out', async () => {
  const visitor = await new Visitor().open('/');
  expect(visitor.text).toContain('http://localhost/onboarding/{partnerId}');
  expect(visitor.text).toContain('http://localhost/dashboard/app/{partnerId}/permissions');
  expect(visitor.text).toContain('aAbBcCPA, partner payment');

  await visitor.follow('Bluebird Software');

  expect(visitor.heading).toBe('Create your account');
});

it('keeps two sandboxes of one browser apart: cookies know no ports', async () => {
  const cookieAt = async (origin: string) => {
    const app = createSandboxApp();
    const opened = await app.fetch(new Request(origin + hubPath()));
    const form = 'email=ada@example.com&password=x';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const path = `${opened.headers.get('location')}/signup`;
    const signedUp = await app.fetch(
      new Request(origin + path, { method: 'POST', body: form, headers }),
    );
    return signedUp.headers.get('set-cookie')!.split('=')[0];
  };

  const names = await Promise.all(
    ['http://localhost:3600', 'http://localhost:3601', 'http://localhost'].map(cookieAt),
  );

  expect(new Set(names).size).toBe(3);
});

it('remembers nothing of runs that it refused, and of each other one no more than of the first', async () => {
  const state = createSandboxState();
  const app = createSandboxApp(state);
  const partners = state.partners.size;
  for (const partnerId of ['a', 'b', 'c']) await app.request(`/onboarding/${partnerId}`);
  expect([state.partners.size, state.permissions.size, state.runs.size]).toEqual([partners, 0, 0]);

  const visitor = await new Visitor(app).onboard();
  for (let count = 0; count < 30; count++) {
    await visitor.open(hubPath());
    await visitor.press('Allow');
  }

  const kept = [...state.runs.values()].map(({ permittedBefore }) => permittedBefore.size);
  expect(Math.max(...kept)).toBe(2);
});
