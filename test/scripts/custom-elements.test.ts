// @vitest-environment node
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { customElementsManifest } from '../../scripts/custom-elements';
import { ConnectButtonElement } from '../../src/element';

const [library, script] = customElementsManifest().modules;
const [declaration] = library.declarations;

describe('the custom-elements manifest', () => {
  it('is shipped', () => {
    expect(manifest.customElements).toBe('./dist/custom-elements.json');
    expect(manifest.scripts.build).toContain('scripts/custom-elements.ts');
  });

  it('has every attribute that the element follows', () => {
    const names = declaration.attributes.map(({ name }) => name);

    expect(names).toEqual(ConnectButtonElement.observedAttributes);
  });

  it('has each event, method and variable of the published element', () => {
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

    expect(names(declaration.events)).toEqual([
      'connect-callback',
      'connect-cancel',
      'connect-error',
      'connect-status-change',
    ]);
    expect(names(declaration.members)).toEqual(
      expect.arrayContaining(['openConnect', 'updateConfig', 'getPermissionUrl']),
    );
    expect(names(declaration.cssProperties).sort()).toEqual(
      [
        'bg color border padding border-radius font-size font-family transition',
        'hover-bg hover-color active-bg disabled-bg disabled-color',
      ]
        .flatMap((line) => line.split(' '))
        .map((name) => `--dialog-connect-${name}`)
        .sort(),
    );
  });

  it('says what a method takes and gives', () => {
    const method = (name: string) => declaration.members.find((each) => each.name === name);

    expect(method('updateConfig')).toMatchObject({
      parameters: [{ name: 'config', type: { text: 'ConnectButtonConfig' } }],
      return: { type: { text: 'void' } },
    });
    expect(method('getPermissionUrl')).toMatchObject({
      parameters: [],
      return: { type: { text: 'string' } },
    });
  });

  it('has types that TypeScript reads, as tools make types of them', () => {
    const all = [...declaration.attributes, ...declaration.events, ...declaration.members];
    const types = all.flatMap((each) => ('type' in each ? each.type.text : []));
    const code = types.map((type, index) => `type T${index} = ${type};`).join('\n');

    const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true });

    expect(types).not.toHaveLength(0);
    expect(diagnostics).toEqual([]);
  });

  it('has a state for each status', () => {
    expect(declaration.cssStates.map(({ name }) => name)).toEqual([
      'idle',
      'preparing',
      'signing',
      'open',
      'completed',
      'cancelled',
      'failed',
    ]);
  });

  it('says where everything that it names stands, and which file defines the tag', () => {
    const declared: string[] = library.declarations.map(({ name }) => name);

    expect(library.exports.map((each) => each.declaration.name)).toEqual(declared);
    expect(script.exports).toEqual([
      {
        kind: 'custom-element-definition',
        name: 'dialog-connect-button',
        declaration: { name: declaration.name, module: library.path },
      },
    ]);
  });

  it('tells of each what it is for', () => {
    const all = [
      ...declaration.attributes,
      ...declaration.events,
      ...declaration.members,
      ...declaration.cssStates,
      ...declaration.cssProperties,
    ];

    expect(all.filter(({ description }) => !description)).toEqual([]);
  });
});
