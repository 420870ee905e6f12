import type { ConnectButtonProps } from 'react-360dialog-connect';
import { onboardingUrl, partners } from '../sandbox';
import { fieldGroups } from './fields';

/** What the form holds: text for every field, by its name; a ticked box is `true`. */
export type Configuration = Record<string, string>;

/** What the code and the live button have in common; callbacks and endpoints come later. */
export type GeneratedOptions = Omit<
  ConnectButtonProps,
  'callback' | 'onCancel' | 'onError' | 'onStatusChange' | 'fetchIoSignature'
>;

/** In which form the code is shown: a tab, and no field. */
const codeForms = ['themed', 'button', 'hook', 'link'] as const;

export type CodeForm = (typeof codeForms)[number];

export const codeFormOf = ({ form }: Configuration): CodeForm =>
  codeForms.find((each) => each === form) ?? 'themed';

const fields = fieldGroups.flatMap((group) => group.fields);

const names = [...fields.map(({ name }) => name), 'form'];

export const initialConfiguration: Configuration = {
  ...Object.fromEntries(names.map((name) => [name, ''])),
  partnerId: onboardingUrl ? partners.partnerPayment : '',
  env: onboardingUrl ? 'sandbox' : 'prod',
  version: 'v1',
  display: 'popup',
  form: 'themed',
};

/** What differs from the beginning, as the part of an address behind `#`. */
export function toHash(configuration: Configuration): string {
  const changed = names.filter((name) => configuration[name] !== initialConfiguration[name]);
  return String(new URLSearchParams(changed.map((name) => [name, configuration[name]!])));
}

const canBe = (name: string, value: string) =>
  fields.find((field) => field.name === name)?.choices?.includes(value) ?? names.includes(name);

/** Reads what `toHash` made. Names that no field has are left out, and what is no choice of its field. */
export function fromHash(hash: string): Configuration {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const known = [...given].filter(([name, value]) => canBe(name, value));
  return { ...initialConfiguration, ...Object.fromEntries(known) };
}

const parameterNames = fields.flatMap(({ name, isParameter }) => (isParameter ? name : []));

/** The options of the button, without those that are empty or the default. */
export function toOptions(configuration: Configuration): GeneratedOptions {
  const given = (name: string) => configuration[name]?.trim() || undefined;
  const env = given('env');
  const queryParameters = {
    ...Object.fromEntries(parameterNames.map((name) => [name, given(name)])),
    ...Object.fromEntries(new URLSearchParams(given('others'))),
  };
  return dropEmpty({
    partnerId: given('partnerId') ?? '',
    requestedNumber: given('requestedNumber'),
    queryParameters: noneIfEmpty(dropEmpty(queryParameters)),
    env: env === 'prod' || env === 'sandbox' ? undefined : (env as GeneratedOptions['env']),
    version: given('version') === 'v2' ? 'v2' : undefined,
    onboardingUrl: given('onboardingUrl') ?? (env === 'sandbox' ? onboardingUrl : undefined),
    redirectOrigins: given('redirectOrigins')?.split(/\s+/),
    display: noneIf('popup', given('display')) as GeneratedOptions['display'],
    allowUnsolicited: given('allowUnsolicited') ? true : undefined,
    timeout: given('timeout') ? Number(given('timeout')) : undefined,
    holdingText: given('holdingText'),
    label: given('label'),
    className: given('className'),
    disabled: given('disabled') ? true : undefined,
  });
}

const noneIf = (defaultValue: string, value: string | undefined) =>
  value === defaultValue ? undefined : value;

const noneIfEmpty = <T extends object>(values: T) =>
  Object.keys(values).length ? values : undefined;

const dropEmpty = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
