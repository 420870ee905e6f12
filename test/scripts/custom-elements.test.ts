// @vitest-environment node
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { customElementsManifest } from '../../scripts/custom-elements';
import { ConnectButtonElement } from '../../src/element';

const [declaration] = customElementsManifest().modules[0]!.declarations;

describe('the custom-elements manifest', () => {
  it('is shipped', () => {
    expect(manifest.customElements).toBe('./dist/custom-elements.json');
    expect(manifest.scripts.build).toContain('scripts/custom-elements.ts');
  });

  it('has every attribute that the element follows', () => {
    const names = declaration!.attributes.map(({ name }) => name);

    expect(names).toEqual(ConnectButtonElement.observedAttributes);
  });

  it('has each event, method and variable of the published element', () => {
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

    expect(names(declaration!.events)).toEqual([
      'connect-callback',
      'connect-cancel',
      'connect-error',
      'connect-status-change',
    ]);
    expect(names(declaration!.members)).toEqual(
      expect.arrayContaining(['openConnect', 'updateConfig', 'getPermissionUrl']),
    );
    expect(names(declaration!.cssProperties).sort()).toEqual(
      [
        'bg color border padding border-radius font-size font-family transition',
        'hover-bg hover-color active-bg disabled-bg disabled-color',
      ]
        .flatMap((line) => line.split(' '))
        .map((name) => `--dialog-connect-${name}`)
        .sort(),
    );
  });

  it('tells of each what it is for', () => {
    const all = [
      ...declaration!.attributes,
      ...declaration!.events,
      ...declaration!.members,
      ...declaration!.cssProperties,
    ];

    expect(all.filter(({ description }) => !description)).toEqual([]);
  });
});
