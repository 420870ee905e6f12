import { resolve } from 'node:path';
import { composeStories } from '@storybook/react-vite';
import { describe, expect, test } from 'vitest';
import * as connectButton from '../../stories/connect-button.stories';
import * as looks from '../../stories/looks.stories';
import * as placement from '../../stories/placement.stories';
import * as states from '../../stories/states.stories';
import * as styledConnectButton from '../../stories/styled-connect-button.stories';
import * as hook from '../../stories/use-integrated-onboarding.stories';
import { typeErrors } from './type-errors';

type Shown = {
  args: Record<string, unknown>;
  parameters: {
    docs: { source: { code?: string; transform?(source: string, context: object): string } };
  };
};

/** What "Copy code" copies of each story of a file. */
const codesOf = (stories: object) =>
  Object.entries(stories as Record<string, Shown>).map(([name, { args, parameters }]) => ({
    name,
    code: parameters.docs.source.code ?? parameters.docs.source.transform!('', { args }),
  }));

const codes = [
  ...codesOf(composeStories(connectButton)),
  ...codesOf(composeStories(styledConnectButton)),
  ...codesOf(composeStories(hook)),
  ...codesOf(composeStories(states)),
  ...codesOf(composeStories(looks)),
  ...codesOf(composeStories(placement)),
];
const codeOf = (name: string) => codes.findLast((each) => each.name === name)!.code;

describe('the code of a story', () => {
  test('is a file that TypeScript takes, of every story', () => {
    const files = codes.map(({ code }, index): [string, string] => [
      resolve(`test/story-${index}.tsx`),
      code,
    ]);

    expect(codes.length).toBeGreaterThan(25);
    expect(typeErrors(Object.fromEntries(files))).toEqual([]);
  });

  test('has no address of this machine and nothing of Storybook', () => {
    for (const { name, code } of codes) {
      expect(code, name).not.toMatch(/localhost|sandbox|StoryFrame|VariantGrid|told/);
    }
  });

  test('has what the story is about, and the reader’s own partner ID', () => {
    expect(codeOf('OwnLook')).toContain('className="story-button"');
    expect(codeOf('OwnIcons')).toContain('startIcon="+"');
    expect(codeOf('Failed')).toContain("ioSignatureFrom('/api/io-signature')");
    expect(codeOf('OwnLabel')).toContain(
      '\n      <strong>WhatsApp verbinden</strong>\n    </ConnectButton>',
    );
    expect(codeOf('OwnLook')).toContain('partnerId="YOUR_PARTNER_ID"');
    expect(codeOf('WrongPartnerId')).toContain('partnerId="my partner"');
  });
});
