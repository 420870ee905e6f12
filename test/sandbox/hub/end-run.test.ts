// @vitest-environment node
import { setTimeout } from 'node:timers/promises';
import { startSandbox } from 'react-360dialog-connect/sandbox';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hubPath, Visitor } from '../visitor';

// A real one would make a slow hub a slow test.
vi.mock('node:timers/promises', () => ({ setTimeout: vi.fn(async () => {}) }));
beforeEach(() => {
  vi.clearAllMocks();
});

const redirect = 'client=oaY9LLfUCL&channels=[y9MiLoCH]';

/** A visitor of a hub with this scenario. */
async function visitorOf(scenario: object): Promise<Visitor> {
  const visitor = new Visitor();
  expect((await visitor.scenario(scenario)).status).toBe(200);
  return visitor;
}

describe('a run that ends with a redirect', () => {
  it('shows no page, and brings back the query and the state of the run', async () => {
    const visitor = await visitorOf({ ending: { redirect } });

    await visitor.open(hubPath({ state: 'order 7', redirect_url: 'https://app.example/?a=1#b' }));

    expect(visitor.leftTo).toBe(`https://app.example/?a=1&${redirect}&state=order+7#b`);
  });

  it.each([
    ['state=other', 'state=other'],
    ['state=', 'state='],
    [`${redirect}&state=other`, `${redirect}&state=other`],
    [`${redirect}&x_state=1`, `${redirect}&x_state=1&state=mine`],
    ['channels=%E0%A4%A', 'channels=%E0%A4%A&state=mine'],
  ])('sends %s as %s', async (query, sent) => {
    const visitor = await visitorOf({ ending: { redirect: query } });

    await visitor.open(hubPath({ state: 'mine' }));

    expect(visitor.leftTo).toBe(`https://app.example/connected?${sent}`);
  });

  it('still needs what every run needs', async () => {
    const visitor = await visitorOf({ ending: { redirect }, ioSignature: 'required' });

    await visitor.open(hubPath());

    expect([visitor.status, visitor.leftTo]).toEqual([400, null]);
  });

  it('has the pages again as soon as the scenario ends', async () => {
    const visitor = await visitorOf({ ending: { redirect } });

    await visitor.scenario({ ending: null });
    await visitor.open(hubPath());

    expect(visitor.heading).toBe('Create your account');
  });
});

it('a run that is refused tells the client so', async () => {
  const visitor = await visitorOf({ partnerId: 'aAbBcCPA', ending: 'refuse' });

  await visitor.open(hubPath());

  expect([visitor.status, visitor.heading]).toEqual([403, 'You cannot go on here']);
});

describe('a hub that never answers', () => {
  const startStuck = async () => {
    const sandbox = await startSandbox({ port: 0 });
    onTestFinished(sandbox.close);
    await fetch(`${sandbox.url}/__scenario`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ending: 'never' }),
    });
    return sandbox;
  };

  it('gives the window nothing, not even a status', async () => {
    const sandbox = await startStuck();

    const asked = fetch(sandbox.url + hubPath(), { signal: AbortSignal.timeout(300) });

    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('does not keep the sandbox from closing', async () => {
    const sandbox = await startStuck();
    const asked = fetch(sandbox.url + hubPath()).catch(() => 'cut off');
    await fetch(sandbox.url);

    await sandbox.close();

    expect(await asked).toBe('cut off');
  });
});

describe('a slow hub', () => {
  it('takes its time at the start and after each form, and not for the redirects between', async () => {
    const waits = () => vi.mocked(setTimeout).mock.calls.map(([ms]) => ms);
    const visitor = await visitorOf({ answerDelayMs: 60_000 });

    await visitor.open(hubPath());
    expect(waits()).toEqual([60_000]);
    await visitor.signUp();

    expect(waits()).toEqual([60_000, 60_000]);
    expect(visitor.heading).toBe('Register your numbers');
  });

  it('takes no time by default', async () => {
    await new Visitor().open(hubPath());

    expect(vi.mocked(setTimeout).mock.calls.map(([ms]) => ms)).toEqual([0]);
  });
});
