import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../scripts/contrast';
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

/** Light, dark, and those between, where neither white nor black stands out much. */
const colors = [
  '#000000',
  '#ffffff',
  '#ffd400',
  '#d6249f',
  '#757575',
  '#777777',
  '#7a7a7a',
  '#808080',
];

/** The color that a browser makes of `color-mix(in srgb, #777777, black 12%)`. */
function mixed(css: string): string {
  const [, color, other, percent] =
    /^color-mix\(in srgb, (#\w{6}), (black|white) (\d+)%\)$/.exec(css) ?? [];
  if (!color) return css;
  const share = Number(percent) / 100;
  const channels = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  const mix = channels.map((each) => each * (1 - share) + (other === 'white' ? 255 : 0) * share);
  return `#${mix.map((each) => Math.round(each).toString(16).padStart(2, '0')).join('')}`;
}

const oddTexts = [
  `Ana's "button"`,
  'C:\\new\\u0041 \\',
  '</script><b>{x}</b>',
  `\${alert(1)} \`\${'`,
  'two\nlines\tand a tab',
  '&amp; &#65; /* no */ // comment',
  'ربط \u2028 \u00ad 😀',
  '{/* hidden */}',
];

/** What a component that the generator wrote has as its text. */
function textOf(code: string): unknown {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, jsx: ts.JsxEmit.React },
  });
  const exports: { Connect?: () => { props: Record<string, unknown> } } = {};
  const createElement = (_type: unknown, props: object, children: unknown) => ({
    props: { children, ...props },
  });
  const modules = () => ({ useIntegratedOnboarding: () => ({}) });
  new Function('exports', 'require', 'React', outputText)(exports, modules, { createElement });
  const { label, children } = exports.Connect!().props;
  return label ?? children;
}

describe('the generator', () => {
  test.each(oddTexts)('writes code that shows the label %j as it was typed', (label) => {
    const options = toOptions({ ...awkward, label });
    const look = toLook({ ...awkward, labelOpen: label });

    expect(look.labels?.open).toBe(label);
    expect(textOf(hookCode({ options }))).toBe(label);
    expect(textOf(buttonCode({ options }))).toBe(label);
    expect(textOf(themedCode({ options, look }))).toBe(label);
  });

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
    expect(fillOf('#ffd400')).toMatchObject({ text: '#000000' });
    expect(toLook(initialConfiguration)).toEqual({});
  });

  test.each(colors)('makes shades of %s whose text can be read, too', (fillColor) => {
    const { fill } = toLook({ ...initialConfiguration, fillColor }).theme!.color!.light!;

    for (const shade of [fill!.rest, fill!.hover, fill!.active]) {
      expect(contrast(mixed(shade!), fill!.text!)).toBeGreaterThanOrEqual(4.5);
    }
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
    ['radius', 'Infinity', '0 or more'],
    ['textColor', '#808080', 'text needs 4.5:1'],
    ['textColor', '#ffffff', 'text needs 4.5:1'],
    ['fontFamily', '"Comic Sans', 'Close every quote'],
    ['fontFamily', 'x; color: red', 'Close every quote'],
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
    expect(fromHash('#variant=huge&size=&env=none')).toEqual(initialConfiguration);
  });
});
