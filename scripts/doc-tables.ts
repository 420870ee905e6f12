import {
  type DocumentedProperty,
  docText,
  exportsOf,
  ownPropertiesOf,
  propertiesOf,
  readSource,
  type Source,
  wordsOf,
} from './doc-blocks';
import { type ElementFact, elementFacts } from './element-facts.ts';
import { entries } from './entries.ts';

const sourceOf = (name: string) => entries.find((entry) => entry.name === name)!.source;

const isEvent = ({ name }: DocumentedProperty) => name === 'callback' || /^on[A-Z]/.test(name);

/** The tables by name, as Markdown, made of the types and their doc blocks. */
export function docTables(): Record<string, string> {
  const source = readSource(entries.map(({ source }) => source));
  const type = (entry: string, name: string) => exportsOf(source, sourceOf(entry)).get(name)!;
  const options = propertiesOf(source, type('', 'OnboardingOptions'));
  const own = (entry: string, name: string) =>
    propertyTable('option', ownPropertiesOf(source, type(entry, name)));
  const all = (entry: string, name: string) =>
    propertyTable('option', propertiesOf(source, type(entry, name)));
  // Of what the library gives, nothing is required of anybody.
  const result = (entry: string, name: string) => {
    const members = ownPropertiesOf(source, type(entry, name));
    return propertyTable(
      'member',
      members.map((each) => ({ ...each, isRequired: false })),
    );
  };
  const query = ownPropertiesOf(source, type('', 'QueryParameters'));
  const element = elementFacts(source);
  return {
    options: propertyTable(
      'option',
      options.filter((each) => !isEvent(each)),
    ),
    events: propertyTable('function', options.filter(isEvent)),
    'query parameters': propertyTable('parameter', query),
    'button props': own('', 'ConnectButtonProps'),
    'styled props': own('styled', 'ConnectButtonLook'),
    'signup options': own('embedded-signup', 'EmbeddedSignupOptions'),
    'signup result': result('embedded-signup', 'EmbeddedSignupResult'),
    'signup kinds': wordTable(source, type('embedded-signup', 'SignupKind')),
    'signup errors': wordTable(source, type('embedded-signup', 'EmbeddedSignupErrorCode')),
    'redirect options': own('redirect', 'ForwardRedirectOptions'),
    'redirect page options': own('server', 'RedirectPageOptions'),
    'element attributes': factTable('attribute', element.attributes),
    'element events': factTable('event', element.events),
    'element properties': factTable('property', element.properties),
    'element methods': factTable('method', element.methods),
    'element variables': factTable('variable', element.variables),
    statuses: wordTable(source, type('', 'OnboardingStatus')),
    errors: wordTable(source, type('', 'OnboardingErrorCode')),
    'signer options': own('server', 'IoSignerOptions'),
    'handler options': all('server', 'IoSignatureHandlerOptions'),
    'webhook options': all('server', 'WebhookHandlerOptions'),
    'verified result': result('server', 'VerifiedResult'),
    'verified channel': result('server', 'VerifiedChannel'),
    'verify options': own('server', 'VerifyResultOptions'),
    'onboarding redirect options': all('server', 'OnboardingRedirectOptions'),
    'result errors': wordTable(source, type('server', 'ResultErrorCode')),
    'webhook errors': wordTable(source, type('server', 'WebhookErrorCode')),
    'signature errors': wordTable(source, type('server', 'IoSignatureErrorCode')),
    'partner API options': own('server', 'PartnerApiOptions'),
    'partner API errors': wordTable(source, type('server', 'PartnerApiErrorCode')),
    'connectNumber options': own('server', 'ConnectNumberOptions'),
    'connected number': result('server', 'ConnectedNumber'),
    'limiter options': own('server', 'LimiterOptions'),
    'code exchange errors': wordTable(source, type('server', 'CodeExchangeErrorCode')),
    'connectNumber errors': wordTable(source, type('server', 'ConnectNumberErrorCode')),
    'API key options': own('server', 'EnsureApiKeyOptions'),
    'API key errors': wordTable(source, type('server', 'ApiKeyErrorCode')),
    'PostgreSQL keys options': own('server', 'PostgresKeysOptions'),
  };
}

const marked = /(<!-- table: (.+?) -->\n)[\s\S]*?(<!-- \/table -->)/g;

/** Puts the tables between their marks: `<!-- table: options -->` and `<!-- /table -->`. */
export function withTables(text: string, tables: Record<string, string>): string {
  return text.replace(marked, (_, open: string, name: string, close: string) => {
    if (!tables[name]) throw new Error(`There is no table "${name}".`);
    return `${open}\n${tables[name]}\n\n${close}`;
  });
}

/** The names of the tables that a text has places for. */
export const tablesIn = (text: string): string[] =>
  Array.from(text.matchAll(marked), ([, , name]) => name!);

const cell = (text: string) => text.replaceAll('|', '\\|');

const factTable = (kind: string, facts: ElementFact[]) =>
  propertyTable(
    kind,
    facts.map(({ byDefault, ...fact }) => ({
      ...fact,
      byDefault,
      isRequired: fact.name === 'partner-id',
      isDeprecated: false,
    })),
  );

function propertyTable(kind: string, properties: DocumentedProperty[]): string {
  const rows = properties
    .filter(({ isDeprecated }) => !isDeprecated)
    .map(({ name, type, isRequired, text, byDefault }) => {
      const literal = byDefault && /^'[^']*'$|^\d|^(true|false)$/.test(byDefault);
      const standard = byDefault && ` Default: ${literal ? `\`${byDefault}\`` : byDefault}.`;
      const meaning = `${isRequired ? '**Required.** ' : ''}${text}${standard ?? ''}`;
      return `| \`${name}\` | \`${cell(type)}\` | ${cell(meaning)} |`;
    });
  return [`| ${kind} | type | meaning |`, '| --- | --- | --- |', ...rows].join('\n');
}

/** The table in a type's doc block, once it is sure to have a row for each word. */
function wordTable(source: Source, type: Parameters<typeof wordsOf>[1]): string {
  const lines = docText(source, type)
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const told = lines.slice(2).map((line) => /^\| `(\w+)` \|/.exec(line)?.[1]);
  const words = wordsOf(source, type);
  // The compiler keeps no order: a word that another type has, too, comes first.
  if (told.toSorted().join() !== words.toSorted().join()) {
    throw new Error(`The table of ${type.name} has ${told.join()}; the type has ${words.join()}.`);
  }
  return lines.join('\n');
}
