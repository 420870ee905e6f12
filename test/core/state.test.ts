import { describe, expect, it } from 'vitest';
import { fakePage, showHub, waitForEverything } from '../helpers/fake-page';
import { broadcast, receiveMessage } from '../helpers/messages';
import { watchedOnboarding } from '../helpers/onboarding';

const page = fakePage();
const ids = 'client=c&channels=[a]';

function opened(state?: string) {
  const watched = watchedOnboarding(state == null ? {} : { queryParameters: { state } });
  watched.onboarding.open();
  showHub();
  return watched;
}

const answer = (search: string) => receiveMessage(search, { source: page.popup });

describe('the caller’s state', () => {
  it.each([
    'abc',
    'a b',
    'a+b',
    'a&b=c#d?e',
    '100%',
    '%20',
    'ä😀',
    '{"a":"b"}',
    'line\nbreak',
    '0',
    'x'.repeat(4000),
  ])('%j goes to the hub and comes back byte for byte', (state) => {
    const watched = opened(state);
    expect(page.popup.state).toBe(state);

    answer(page.popup.redirect(ids));

    expect(watched.callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'], state }]]);
  });

  it('is understood from a hub that encodes blanks as "+"', () => {
    const watched = opened('a b');

    answer(`?${ids}&state=a+b`);

    expect(watched.callback.mock.lastCall?.[0].state).toBe('a b');
  });

  it('is understood from a hub that does not encode "+"', () => {
    const watched = opened('a+b=');

    answer(`?${ids}&state=a+b%3D`);

    expect(watched.callback.mock.lastCall?.[0].state).toBe('a+b=');
  });

  it('may be missing, and then is missing in the result', () => {
    const watched = opened('abc');

    answer(`?${ids}`);

    expect(watched.callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'] }]]);
  });
});

describe('a state of the library’s own', () => {
  it('is sent where the caller gives none, and never shown', () => {
    const watched = opened();
    expect(page.popup.state).toMatch(/^.{22,}$/);

    answer(page.popup.redirect(ids));

    expect(watched.callback.mock.calls).toEqual([[{ client: 'c', channels: ['a'] }]]);
  });

  it('is sent for an empty one, too', () => {
    opened('');

    expect(page.popup.state).toMatch(/^.{22,}$/);
  });

  it('is random, from the browser’s secure source, not the ID of the attempt', () => {
    opened();

    expect(page.popup.state).not.toBe(page.popup.mark?.id);
  });
});

describe('another state than was sent', () => {
  it.each([
    ['another one', 'xyz'],
    ['one in other case', 'ABC'],
    ['one with a blank more', 'abc%20'],
    ['a longer one', 'abcd'],
  ])('is refused with state_mismatch: %s', (_what, state) => {
    const watched = opened('abc');

    answer(`?${ids}&state=${state}`);
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
    expect(watched.onboarding.getSnapshot().status).toBe('failed');
    expect(watched.onError.mock.lastCall?.[0].message).not.toMatch(/abc|oaY/i);
    expect(page.popup.closed).toBe(true);
  });

  it('is refused where a blank, sent as one, stands for a +', () => {
    const watched = opened('a+b');

    answer(`?${ids}&state=a%20b`);

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['state_mismatch'] });
  });

  it('is refused where the library’s own was sent', () => {
    const watched = opened();

    answer(`?${ids}&state=guessed`);

    expect(watched.outcomes.errors).toEqual(['state_mismatch']);
  });
});

describe('a result that is there but unreadable', () => {
  it.each([
    ['an empty client', '?client=&channels=[a]'],
    ['two clients', '?client=c&client=c&channels=[a]'],
    ['an empty state', `?${ids}&state=`],
    ['two states', `?${ids}&state=abc&state=abc`],
    ['over 16 kB', `?${ids}&x=${'a'.repeat(16_400)}`],
  ])('fails with invalid_redirect: %s', (_what, search) => {
    const watched = opened('abc');

    answer(search);
    waitForEverything();

    expect(watched.outcomes).toEqual({ results: 0, cancels: 0, errors: ['invalid_redirect'] });
  });
});

describe('after the attempt was cancelled', () => {
  it('a wrong state is ignored, and the right one still counts', () => {
    const watched = opened('abc');
    page.popup.closed = true;
    waitForEverything();
    expect(watched.status).toBe('cancelled');

    broadcast(page.popup, `?${ids}&state=wrong`);
    expect(watched.status).toBe('cancelled');
    broadcast(page.popup, `?${ids}&state=abc`);

    expect(watched.status).toBe('completed');
    expect(watched.outcomes).toEqual({ results: 1, cancels: 1, errors: [] });
  });
});
