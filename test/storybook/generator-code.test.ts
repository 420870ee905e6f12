import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buttonCode, hookCode, linkCode, themedCode } from '../../stories/generator/code';
import {
  fromHash,
  initialConfiguration,
  toHash,
  toOptions,
} from '../../stories/generator/configuration';
import { toLook } from '../../stories/generator/look';
import { problemsOf } from '../../stories/generator/problems';
import { typeErrors } from './type-errors';

const root = resolve(import.meta.dirname, '../..');

const awkward = {
  ...initialConfiguration,
  partnerId: 'aAbBcCPA',
  env: 'staging',
  version: 'v2',
  requestedNumber: '+49 30 123',
  email: 'ana@bluebird.example',
  name: `Ana "the boss" O'Hara \\ Sons & {co}`,
  next: 'login',
  others: 'flow=x&hosting-type=y',
  redirectOrigins: 'https://a.example https://b.example',
  display: 'auto',
  timeout: '5000',
  allowUnsolicited: 'true',
  ioSignatureUrl: "/api/ana's/sign",
  label: `Ana's "button" <b>&</b>`,
  className: 'a b',
  disabled: 'true',
  variant: 'ghost',
  size: 'large',
  fillColor: '#0b5cd5',
  radius: '4',
  fontFamily: `"It's", serif`,
  fullWidth: 'true',
  textLanguage: 'de',
  labelOpen: `Weiter im "Fenster" {}`,
  labelFailed: '\\',
  form: 'hook',
};

describe('the generator', () => {
  test('writes code that TypeScript takes, whatever is typed into its fields', () => {
    const plain = { options: toOptions({ ...initialConfiguration, partnerId: 'aAbBcCPA' }) };
    const full = {
      options: toOptions(awkward),
      ioSignatureUrl: awkward.ioSignatureUrl,
      look: toLook(awkward),
    };

    const errors = typeErrors({
      [resolve(root, 'test/plain-button.tsx')]: buttonCode(plain),
      [resolve(root, 'test/plain-hook.tsx')]: hookCode(plain),
      [resolve(root, 'test/plain-themed.tsx')]: themedCode(plain),
      [resolve(root, 'test/full-button.tsx')]: buttonCode(full),
      [resolve(root, 'test/full-themed.tsx')]: themedCode(full),
      [resolve(root, 'test/full-hook.tsx')]: hookCode(full),
    });

    expect(errors).toEqual([]);
  });

  test('breaks what does not fit into a line', () => {
    const options = toOptions(awkward);

    for (const code of [hookCode({ options }), themedCode({ options, look: toLook(awkward) })]) {
      expect(code.split('\n').filter((line) => line.length > 100)).toEqual([]);
    }
  });

  test('makes a theme of one color: its shades, and text that can be read on it', () => {
    const fillOf = (fillColor: string) =>
      toLook({ ...initialConfiguration, fillColor }).theme?.color?.dark?.fill;

    expect(fillOf('#0b5cd5')).toEqual({
      rest: '#0b5cd5',
      hover: 'color-mix(in srgb, #0b5cd5, black 12%)',
      active: 'color-mix(in srgb, #0b5cd5, black 24%)',
      text: '#ffffff',
    });
    expect(fillOf('#ffd400')).toMatchObject({ text: '#111111' });
    expect(toLook(initialConfiguration)).toEqual({});
  });

  test.each([
    ['partnerId', 'my partner', 'invalid partnerId'],
    ['partnerId', '', 'invalid partnerId'],
    ['onboardingUrl', 'http://example.com', 'invalid onboardingUrl'],
    ['redirect_url', 'app.example.com', 'invalid redirect_url'],
    ['redirectOrigins', 'https://a.example b', 'Whole origins'],
    ['timeout', '-5', '0 or more'],
    ['radius', '-1', '0 or more'],
    ['fillColor', 'blue', 'Six hexadecimal digits'],
    ['textColor', '#808080', 'text needs 4.5:1'],
  ])('marks the field %s with %j in it', (name, value, problem) => {
    const right = { ...initialConfiguration, partnerId: 'aAbBcCPA' };

    expect(problemsOf(right)).toEqual({});
    expect(problemsOf({ ...right, [name]: value })).toEqual({
      [name]: expect.stringContaining(problem),
    });
  });

  test('leaves defaults out of the code', () => {
    const options = toOptions({ ...initialConfiguration, partnerId: 'aAbBcCPA' });

    expect(options).toEqual({ partnerId: 'aAbBcCPA' });
  });

  test('writes a link that is valid HTML', () => {
    const host = document.createElement('div');
    host.innerHTML = linkCode({ options: toOptions(awkward) });
    const link = host.querySelector('a')!;

    expect(link.textContent).toBe(awkward.label);
    expect(new URL(link.href).searchParams.get('name')).toBe(awkward.name);
  });

  test('keeps a configuration in the address, byte for byte', () => {
    expect(fromHash(`#${toHash(awkward)}`)).toEqual(awkward);
  });

  test('ignores what no field of it has', () => {
    expect(fromHash('#evil=1&version=v2')).toEqual({ ...initialConfiguration, version: 'v2' });
  });
});
