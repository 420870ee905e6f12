// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hubPath, Visitor } from '../visitor';

/** Opens the hub with a query as it stands, and goes to its end. */
async function finish(visitor: Visitor, query: string) {
  await visitor.open(`/onboarding/aAbBcCPA?${query}`);
  return visitor.press('Allow');
}

it.each([
  ['emoji', '%F0%9F%A6%9C'],
  ['separators', 'a%26client%3Dx%23%3F'],
  ['an encoded plus', 'a%2Bb'],
  ['a plain plus', 'a+b'],
  ['a percent sign', '100%25'],
  ['lower-case escapes', '%c3%a4'],
  ['a malformed escape', '%E0%A4%A'],
  ['plain brackets and quotes', "['a']"],
])('sends a state with %s back byte for byte', async (_, state) => {
  const visitor = await new Visitor().onboard();

  await finish(visitor, `redirect_url=https://app.example/&state=${state}&lang=de`);

  // Address parsers, in browsers too, encode the plain quote before it is sent.
  expect(visitor.sent('state')).toBe(state.replaceAll("'", '%27'));
});

it('sends any state back as it was', async () => {
  const visitor = await new Visitor().onboard();

  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (state) => {
      const query = `state=${encodeURIComponent(state)}&redirect_url=https://app.example/`;
      await finish(visitor, query);
      expect(new URL(visitor.leftTo!).searchParams.get('state')).toBe(state);
    }),
    { numRuns: 25 },
  );
});

it.each(['', '&state='])('sends no state when none came (%j)', async (query) => {
  const visitor = await new Visitor().onboard();

  await finish(visitor, `redirect_url=https://app.example/${query}`);

  expect(visitor.sent('state')).toBeUndefined();
});

it.each([
  ['https://app.example', 'https://app.example/?client='],
  ['https://app.example/a?tab=1&x=%20', 'https://app.example/a?tab=1&x=%20&client='],
  ['https://app.example/a?', 'https://app.example/a?client='],
  ['http://localhost:5173/a#/settings', 'http://localhost:5173/a?client='],
  ['https://app.example/ä?ö=1', 'https://app.example/%C3%A4?%C3%B6=1&client='],
])('appends its parameters to the query of %s', async (redirect_url, start) => {
  const visitor = await new Visitor().onboard();

  await visitor.open(hubPath({ redirect_url }));
  await visitor.press('Allow');

  expect(visitor.leftTo?.startsWith(start)).toBe(true);
});

it('keeps the fragment of the redirect URL at the end', async () => {
  const visitor = await new Visitor().onboard();

  await visitor.open(
    hubPath({ redirect_url: 'https://app.example/?a=1#/settings?b=2', state: 's' }),
  );
  await visitor.press('Allow');

  expect(visitor.leftTo).toMatch(/\?a=1&client=\w+&channels=\[[\w,]+\]&state=s#\/settings\?b=2$/);
});
