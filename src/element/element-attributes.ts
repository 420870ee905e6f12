import { ioSignatureFrom } from '../core/io-signature-from';
import type { OnboardingOptions } from '../core/types';

type OptionAttribute = {
  attribute: string;
  /** The option that it sets. */
  option: keyof OnboardingOptions;
  /** How the text becomes the value; nothing where there is none in it. */
  read(text: string): unknown;
};

type ParameterAttribute = {
  attribute: string;
  /** The parameter of the hub's address that it sets. */
  parameter: string;
  read(text: string): string | undefined;
};

/** What an attribute sets, and how its text is read. */
type ElementAttribute = OptionAttribute | ParameterAttribute;

const readText = (text: string) => text || undefined;
const readNumber = (text: string) => (text ? Number(text) : undefined);
/** As HTML has it, an attribute that is there is true; `="false"` is what frameworks write. */
const readFlag = (text: string) => text !== 'false';
const readList = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const readSigner = (url: string) => (url ? ioSignatureFrom(url) : undefined);

const optionAttributes = [
  { attribute: 'partner-id', option: 'partnerId', read: readText },
  { attribute: 'requested-number', option: 'requestedNumber', read: readText },
  { attribute: 'env', option: 'env', read: readText },
  { attribute: 'version', option: 'version', read: readText },
  { attribute: 'onboarding-url', option: 'onboardingUrl', read: readText },
  { attribute: 'redirect-origins', option: 'redirectOrigins', read: readList },
  { attribute: 'display', option: 'display', read: readText },
  { attribute: 'allow-unsolicited', option: 'allowUnsolicited', read: readFlag },
  { attribute: 'timeout', option: 'timeout', read: readNumber },
  { attribute: 'abandon-after', option: 'abandonAfter', read: readNumber },
  { attribute: 'holding-text', option: 'holdingText', read: readText },
  // `name` is taken: it fills in the signup form.
  { attribute: 'button-name', option: 'name', read: readText },
  { attribute: 'io-signature-url', option: 'fetchIoSignature', read: readSigner },
] as const satisfies OptionAttribute[];

const parameterAttributes = [
  'email',
  'name',
  'state',
  'redirect-url',
  'next',
  'partner',
  'plan-selection',
  'lang',
  'flow',
  'io-signature',
  'io-timestamp',
  'preverified-phone-number-id',
  'hosting-type',
  'connect-client-user',
  'client-id',
] as const;

/** The names of all attributes. */
export type AttributeName =
  | (typeof optionAttributes)[number]['attribute']
  | (typeof parameterAttributes)[number]
  | 'label'
  | 'disabled';

/**
 * Every attribute that is an option, with the names of the element in `360dialog-connect-button` 1.0.2
 * and those of our own options. What is observed, the types, the manifest and the guide are made of this
 * table.
 */
export const elementAttributes: readonly ElementAttribute[] = [
  ...optionAttributes,
  ...parameterAttributes.map((attribute) => ({
    attribute,
    parameter: attribute.replaceAll('-', '_'),
    read: readText,
  })),
];

/** What the attributes of an element say; a partner ID may be missing as yet. */
export function readAttributes(element: Element): Omit<OnboardingOptions, 'callback'> {
  const options: Record<string, unknown> = {};
  const queryParameters: Record<string, string | undefined> = {};
  for (const row of elementAttributes) {
    const text = element.getAttribute(row.attribute);
    if (text === null) continue;
    if ('option' in row) options[row.option] = row.read(text);
    else queryParameters[row.parameter] = row.read(text);
  }
  return { ...(options as Pick<OnboardingOptions, 'partnerId'>), queryParameters };
}
