import { type ButtonName, buttonCode, hookCode } from './generator/code';
import type { GeneratedOptions } from './generator/configuration';
import { partners, sandboxOptions } from './sandbox';

type Args = Record<string, unknown>;

const storyPartners: unknown[] = Object.values(partners);
const storyParameters: Args = sandboxOptions.queryParameters;

/** What a story sets that its reader wants too: no sandbox, no address of Storybook, no function. */
function ownOptions(args: Args): GeneratedOptions {
  const { partnerId, onboardingUrl: _, queryParameters, ...others } = args;
  const parameters = Object.entries(queryParameters ?? {}).filter(
    ([name, value]) => storyParameters[name] !== value,
  );
  const own = Object.entries(others).filter(
    ([, value]) => value !== undefined && typeof value !== 'function',
  );
  return {
    partnerId: storyPartners.includes(partnerId) ? 'YOUR_PARTNER_ID' : String(partnerId),
    ...(parameters.length && { queryParameters: Object.fromEntries(parameters) }),
    ...Object.fromEntries(own),
  };
}

const inputOf = (args: Args) => ({
  options: ownOptions(args),
  ...(args['fetchIoSignature'] !== undefined && { ioSignatureUrl: '/api/io-signature' }),
});

/** What "Show code" shows and "Copy code" copies: a file that runs in the reader's own app. */
const sourceBy = (write: (args: Args) => string) => ({
  source: {
    language: 'tsx',
    transform: (_: string, { args }: { args: Args }) => write(args),
  },
});

/** For the stories of a button. */
export const buttonSource = (button: ButtonName) =>
  sourceBy((args) => buttonCode(inputOf(args), button));

/** For the stories of the hook. */
export const hookSource = sourceBy((args) => hookCode(inputOf(args)));

/** For the stories of the look alone, which nothing runs behind. */
export const viewSource = sourceBy(
  () => `import { useConnectButton } from 'react-360dialog-connect';
import { ConnectButtonView } from 'react-360dialog-connect/styled';

export function Connect() {
  const { status, buttonProps } = useConnectButton({
    partnerId: 'YOUR_PARTNER_ID',
    callback: ({ client, channels }) => console.log(client, channels),
    onError: (error) => console.warn(error),
  });
  return <ConnectButtonView {...buttonProps} status={status} />;
}
`,
);
