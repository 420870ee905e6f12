import { parseOnboardingRedirect } from 'react-360dialog-connect';
import { describe, expect, it } from 'vitest';

const channelsOf = (query: string) => parseOnboardingRedirect(`?client=c&${query}`)?.channels;

describe('the documented form', () => {
  it('gives client and channels', () => {
    expect(parseOnboardingRedirect('?client=oaY9LLfUCL&channels=[y9MiLoCH,Ab12CH]')).toEqual({
      client: 'oaY9LLfUCL',
      channels: ['y9MiLoCH', 'Ab12CH'],
    });
  });

  it('gives revoked channels and state where they are', () => {
    expect(
      parseOnboardingRedirect('?client=c&channels=[a]&revoked=[Xy34CH]&state=my%20state'),
    ).toEqual({ client: 'c', channels: ['a'], revokedChannels: ['Xy34CH'], state: 'my state' });
  });

  it('has no revokedChannels and no state unless the redirect said so', () => {
    const result = parseOnboardingRedirect('?client=c&channels=[a]');

    expect(Object.keys(result ?? {})).toEqual(['client', 'channels']);
  });
});

describe('a list of channels', () => {
  it.each([
    ['channels=[]', []],
    ['channels=', []],
    ['channels', []],
    ['channels=[a,,b, ]', ['a', 'b']],
    ['channels=%5Ba%2Cb%5D', ['a', 'b']],
    ['channels=%5Ba,b%5D', ['a', 'b']],
    ['channels=[ a , b ]', ['a', 'b']],
    ['channels=[a,+b]', ['a', 'b']],
    ['channels=[a,%20b]', ['a', 'b']],
    ['channels=["a","b"]', ['a', 'b']],
    ['channels=%5B%22a%22%2C%20%22b%22%5D', ['a', 'b']],
    ["channels=['a','b']", ['a', 'b']],
    ['channels=a', ['a']],
    ['channels=a,b', ['a', 'b']],
    ['channels=a&channels=b', ['a', 'b']],
    ['channels=[a]&x=1&channels=[b,c]', ['a', 'b', 'c']],
    ['channels=[a', ['a']],
  ])('is read from %s', (query, channels) => {
    expect(channelsOf(query)).toEqual(channels);
  });

  it('may be missing where channels were revoked', () => {
    expect(parseOnboardingRedirect('?client=c&revoked=[x]&revoked=y')).toEqual({
      client: 'c',
      channels: [],
      revokedChannels: ['x', 'y'],
    });
  });

  it('of revoked channels may be empty', () => {
    expect(parseOnboardingRedirect('?client=c&channels=[a]&revoked=[]')).toEqual({
      client: 'c',
      channels: ['a'],
      revokedChannels: [],
    });
  });
});

describe('an address', () => {
  const result = { client: 'c', channels: ['a'] };

  it.each([
    ['a query', '?client=c&channels=[a]'],
    ['a query without its question mark', 'client=c&channels=[a]'],
    ['parameters before and after', '?utm_source=x&client=c&y=1&channels=[a]&z=2'],
    ['a whole address', 'https://app.example.com/connected?client=c&channels=[a]'],
    ['a whole address with a fragment', 'https://app.example.com/?client=c&channels=[a]#top'],
    ['a path', '/connected?client=c&channels=[a]'],
    ['an app scheme', 'myapp://connected?client=c&channels=[a]'],
    ['a URL', new URL('https://app.example.com/?client=c&channels=[a]')],
    ['parsed parameters', new URLSearchParams('client=c&channels=[a]')],
    ['a quoted client', '?client="c"&channels=[a]'],
    ['blanks around the client', '?client=%20c+&channels=[a]'],
  ])('is taken as %s', (_form, redirect) => {
    expect(parseOnboardingRedirect(redirect)).toEqual(result);
  });

  it.each([
    ['nothing', ''],
    ['a question mark', '?'],
    ['a client alone', '?client=c'],
    ['a client and a state', '?client=c&state=s'],
    ['channels alone', '?channels=[a]'],
    ['revoked channels alone', '?revoked=[a]'],
    ['the result in the path', 'https://app.example.com/client=c&channels=[a]'],
    ['the result in the fragment', 'https://app.example.com/?x=1#?client=c&channels=[a]'],
    ['other case', '?Client=c&Channels=[a]'],
  ])('with %s holds no result', (_what, redirect) => {
    expect(parseOnboardingRedirect(redirect)).toBeNull();
  });
});

describe('a redirect that cannot be trusted', () => {
  it.each([
    ['an empty client', '?client=&channels=[a]'],
    ['a blank client', '?client=+&channels=[a]'],
    ['an empty list as client', '?client=[]&channels=[a]'],
    ['two clients', '?client=c&client=c&channels=[a]'],
    ['two clients, the first of them empty', '?client=&client=c&channels=[a]'],
    ['two clients in one', '?client=c,d&channels=[a]'],
    ['an empty state', '?client=c&channels=[a]&state='],
    ['two states', '?client=c&channels=[a]&state=s&state=s'],
    ['a line break in an ID', '?client=c&channels=[a%0Ab]'],
    ['NUL in an ID', '?client=c%00d&channels=[a]'],
    ['an overlong ID', `?client=c&channels=[${'a'.repeat(201)}]`],
    ['100 kB', `?client=c&channels=[a]&state=${'a'.repeat(100_000)}`],
    ['more than 1,000 channels', `?client=c&channels=[${'a,'.repeat(1001)}]`],
  ])('with %s is no result', (_what, redirect) => {
    expect(parseOnboardingRedirect(redirect)).toBeNull();
  });

  it('still has a result with the longest ID and 1,000 channels', () => {
    expect(channelsOf(`channels=[${'a'.repeat(200)}]`)).toEqual(['a'.repeat(200)]);
    expect(channelsOf(`channels=[${'a,'.repeat(1000)}]`)).toHaveLength(1000);
  });

  it.each(['?client=c&channels=[a]&state=%', '?%&client=c&channels=[a]'])(
    'with the broken percent sequence in %s is read all the same',
    (redirect) => {
      expect(parseOnboardingRedirect(redirect)).toMatchObject({ client: 'c', channels: ['a'] });
    },
  );

  it.each([
    '?client=c&channels=[%]',
    '?client=c&channels=[%E0%A4%A]',
    '?client=%ZZ&channels=[a]',
    // Encoded twice on the way: read wrong, it would be one channel with a strange name.
    '?client=c&channels=%255BCH1%252CCH2%255D',
    '?client=CL%2531&channels=[a]',
    '?client=c&channels=[CH1%252CCH2]',
    '?client=c&channels=[a]&revoked=%255Bb%255D',
    '?client=c&channels=[a.b]',
    '?client=c&channels=[a/b]',
    '?client=c&channels=[ä]',
    '?client=c&channels=[a;b]',
    '?client=<b>&channels=[a]',
  ])('with an ID of other characters in %s is no result', (redirect) => {
    expect(parseOnboardingRedirect(redirect)).toBeNull();
  });

  it('gives only the known keys, whatever else it names', () => {
    const result = parseOnboardingRedirect(
      '?__proto__=1&constructor=x&client=c&channels=[a]&toString=y',
    );

    expect(Reflect.ownKeys(result ?? {})).toEqual(['client', 'channels']);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });
});
