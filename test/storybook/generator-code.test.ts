import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buttonCode, hookCode, linkCode } from '../../stories/generator/code';
import {
  fromHash,
  initialConfiguration,
  toHash,
  toOptions,
} from '../../stories/generator/configuration';
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
};

describe('the generator', () => {
  test('writes code that TypeScript takes, whatever is typed into its fields', () => {
    const plain = { options: toOptions({ ...initialConfiguration, partnerId: 'aAbBcCPA' }) };
    const full = { options: toOptions(awkward), ioSignatureUrl: awkward.ioSignatureUrl };

    const errors = typeErrors({
      [resolve(root, 'test/plain-button.tsx')]: buttonCode(plain),
      [resolve(root, 'test/plain-hook.tsx')]: hookCode(plain),
      [resolve(root, 'test/full-button.tsx')]: buttonCode(full),
      [resolve(root, 'test/full-hook.tsx')]: hookCode(full),
    });

    expect(errors).toEqual([]);
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
