import { isValidElement } from 'react';
import { buildOnboardingUrl, isOnboardingError } from 'react-360dialog-connect';
import type { GeneratedOptions } from './configuration';
import type { GeneratedLook } from './look';

/** What the code is made of. */
export type CodeInput = {
  options: GeneratedOptions;
  ioSignatureUrl?: string | undefined;
  /** What only the themed button has. */
  look?: GeneratedLook;
};

/** The buttons, and where they come from. */
const entries = {
  ConnectButton: 'react-360dialog-connect',
  StyledConnectButton: 'react-360dialog-connect/styled',
};
export type ButtonName = keyof typeof entries;

const text = (value: string) =>
  `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const key = (name: string) => (/^[a-z_$][\w$]*$/i.test(name) ? name : text(name));

const lineLength = 80;

/** A value as JavaScript; an object that does not fit into its line has one for each member. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isValidElement<{ children?: unknown }>(value)) {
    return `<${String(value.type)}>${content(value.props.children)}</${String(value.type)}>`;
  }
  const inner = `${indent}  `;
  const pairs = Object.entries(value).map(
    ([name, each]) => `${key(name)}: ${literal(each, inner)}`,
  );
  const line = `{ ${pairs.join(', ')} }`;
  const fits = !line.includes('\n') && indent.length + line.length < lineLength;
  return fits ? line : `{\n${pairs.map((pair) => `${inner}${pair},\n`).join('')}${indent}}`;
}

/** A value as an attribute; the plain form has no escapes, so it takes plain text only. */
function attribute(name: string, value: unknown): string {
  if (value === true) return name;
  const isPlain = typeof value === 'string' && /^[^"&\\\p{Cc}]*$/u.test(value);
  return isPlain ? `${name}="${value}"` : `${name}={${literal(value, '      ')}}`;
}

/** The lines that bring `name`, and what makes signatures. */
function imports(name: string, from: string, { ioSignatureUrl }: CodeInput): string {
  const main = entries.ConnectButton;
  const isMain = from === main;
  const signing = ioSignatureUrl ? ['ioSignatureFrom'] : [];
  const lines = [
    [isMain ? [name, ...signing] : signing, main] as const,
    [isMain ? [] : [name], from] as const,
  ];
  return lines
    .filter(([names]) => names.length)
    .map(([names, from]) => `import { ${names.join(', ')} } from '${from}';\n`)
    .join('');
}

/** What stands between the tags; JSX would fold lines. */
function content(value: unknown): string {
  if (isValidElement(value)) return literal(value);
  const isPlain = typeof value === 'string' && /^[^{}<>&\p{Cc}\p{Zl}\p{Zp}]*$/u.test(value);
  return isPlain ? value : `{${literal(value)}}`;
}

const signer = ({ ioSignatureUrl }: CodeInput) =>
  ioSignatureUrl ? `\nconst fetchIoSignature = ioSignatureFrom(${text(ioSignatureUrl)});\n` : '';

/** TSX with the button. */
export function buttonCode(input: CodeInput, button: ButtonName = 'ConnectButton'): string {
  const { children, ...attributes } = input.options;
  const lines = [
    ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    ...(input.ioSignatureUrl ? ['fetchIoSignature={fetchIoSignature}'] : []),
    'callback={({ client, channels }) => console.log(client, channels)}',
    'onError={(error) => console.warn(error)}',
  ];
  const end = children === undefined ? '/>' : `>\n      ${content(children)}\n    </${button}>`;
  return `${imports(button, entries[button], input)}${signer(input)}
export function Connect() {
  return (
    <${button}
      ${lines.join('\n      ')}
    ${end}
  );
}
`;
}

/** TSX with the themed button. */
export const themedCode = (input: CodeInput): string =>
  buttonCode({ ...input, options: { ...input.options, ...input.look } }, 'StyledConnectButton');

/** TSX with the hook and a button of one's own. */
export function hookCode(input: CodeInput): string {
  const { label = 'Connect 360dialog', className, disabled, ...options } = input.options;
  const lines = [
    ...Object.entries(options).map(([name, value]) => `${key(name)}: ${literal(value, '    ')}`),
    ...(input.ioSignatureUrl ? ['fetchIoSignature'] : []),
    'callback: ({ client, channels }) => console.log(client, channels)',
    'onError: (error) => console.warn(error)',
  ];
  const attributes = [
    'type="button"',
    ...Object.entries({ className, disabled }).flatMap(([name, value]) =>
      value === undefined ? [] : [attribute(name, value)],
    ),
    'onClick={open}',
    "aria-busy={status === 'open'}",
  ];
  return `${imports('useIntegratedOnboarding', entries.ConnectButton, input)}${signer(input)}
export function Connect() {
  const { status, open } = useIntegratedOnboarding({
    ${lines.join(',\n    ')},
  });
  return (
    <button ${attributes.join(' ')}>
      ${content(label)}
    </button>
  );
}
`;
}

/** The hub's address, or why there is none. */
export function addressOf(options: GeneratedOptions): { url: string } | { problem: string } {
  try {
    return { url: buildOnboardingUrl(options) };
  } catch (error) {
    return { problem: isOnboardingError(error) ? error.message : String(error) };
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (value: string) => value.replace(/[&<>"]/g, (character) => entities[character]!);

/** HTML with a plain link. */
export function linkCode({ options, ioSignatureUrl }: CodeInput): string {
  const address = addressOf(options);
  if ('problem' in address) return `<!-- ${address.problem} -->\n`;
  const unsigned =
    '<!-- A plain link cannot fetch an IO Signature; the hub will ask for one. -->\n';
  const { label = 'Connect 360dialog' } = options;
  return `${ioSignatureUrl ? unsigned : ''}<a href="${html(address.url)}">${html(String(label))}</a>
`;
}
