import fc from 'fast-check';
import { buildOnboardingUrl, parseOnboardingRedirect } from 'react-360dialog-connect/core';
import { describe, expect, it } from 'vitest';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/);
const ids = fc.array(id, { maxLength: 30 });
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 });
const isWellFormed = (value: string) => {
  try {
    encodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
};

const stateSentFor = (state: string) =>
  new URL(buildOnboardingUrl({ partnerId: 'p', queryParameters: { state } })).search;

describe('state', () => {
  it('travels to the hub and back byte for byte, for any well-formed text', () => {
    fc.assert(
      fc.property(text.filter(isWellFormed), id, ids, (state, client, channels) => {
        const hubQuery = stateSentFor(state).slice(1);

        const result = parseOnboardingRedirect(
          `?client=${client}&channels=[${channels}]&${hubQuery}`,
        );

        expect(result).toEqual({ client, channels, state });
      }),
    );
  });

  it('with half a character is refused, at any place', () => {
    const half = fc.constantFrom('\ud800', '\udbff', '\udc00', '\udfff');
    const ascii = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(ascii, half, ascii, (before, surrogate, after) => {
        expect(() => stateSentFor(before + surrogate + after)).toThrow(
          expect.objectContaining({ code: 'invalid_options' }),
        );
      }),
    );
  });
});

describe('any parameters', () => {
  it('reach the hub as they were given', () => {
    const wellFormed = text.filter(isWellFormed);
    const free = wellFormed.filter((name) => name !== 'redirect_url' && name !== 'number');
    fc.assert(
      fc.property(fc.dictionary(free, wellFormed), (queryParameters) => {
        const { searchParams } = new URL(buildOnboardingUrl({ partnerId: 'p', queryParameters }));

        expect([...searchParams].sort()).toEqual(Object.entries(queryParameters).sort());
      }),
    );
  });
});

describe('a hub that answers to the redirect_url it was given', () => {
  const brackets = fc.constantFrom(
    (list: string[]) => `[${list.join(',')}]`,
    (list: string[]) => encodeURIComponent(`[${list.join(',')}]`),
    (list: string[]) => encodeURIComponent(JSON.stringify(list)),
    (list: string[]) => `[+${list.join('+,+')}+]`,
  );
  const ownQuery = fc.constantFrom('', '?a=1', '?a=1&b=%20', '?', '?x=client');

  it('is understood', () => {
    fc.assert(
      fc.property(id, ids, ids, brackets, ownQuery, (client, channels, revoked, write, own) => {
        const redirect_url = `https://app.example.com/connected${own}`;
        const hub = new URL(
          buildOnboardingUrl({ partnerId: 'p', queryParameters: { redirect_url, state: 's+ä' } }),
        );
        const back = new URL(hub.searchParams.get('redirect_url') ?? '');
        back.search += `${back.search && '&'}client=${client}&channels=${write(channels)}`;
        if (revoked.length) back.search += `&revoked=${write(revoked)}`;
        back.search += `&state=${encodeURIComponent(hub.searchParams.get('state') ?? '')}`;

        expect(parseOnboardingRedirect(back)).toEqual({
          client,
          channels,
          ...(revoked.length > 0 && { revokedChannels: revoked }),
          state: 's+ä',
        });
      }),
    );
  });
});

describe('parseOnboardingRedirect', () => {
  const pieces = fc.constantFrom(
    'client=',
    'channels=[',
    ']',
    'revoked=',
    'state=',
    '&',
    '?',
    '#',
    '%',
    '%E0%A4',
    '%00',
    ',',
    '"',
    '+',
    'a',
    '\ud800',
    'https://',
    '__proto__=',
  );

  it('never throws, whatever text it gets', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.array(pieces).map((all) => all.join('')),
        ),
        (redirect) => {
          const result = parseOnboardingRedirect(redirect);

          if (result) {
            expect(result.client).not.toBe('');
            expect(result.channels.every((channel) => channel.trim() === channel)).toBe(true);
          } else {
            expect(result).toBeNull();
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever it gets at run time', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (junk) => {
        expect(parseOnboardingRedirect(junk as string)).toBeNull();
      }),
    );
  });

  it.each([
    null,
    undefined,
    Symbol('x'),
    () => '',
    { toString: () => 5 },
    new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
      },
    ),
  ])('is not ours: %#', (junk) => {
    expect(parseOnboardingRedirect(junk as string)).toBeNull();
  });
});
