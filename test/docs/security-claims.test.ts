// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { securityProofs } from './security-proofs';

const claims = Array.from(
  readFileSync('SECURITY.md', 'utf8').matchAll(/\[(S\d+)\]/g),
  ([, claim]) => claim!,
);
const proofs = Object.values(securityProofs).flat();

/** Whether a file has a test or a group with that title, in any quotes. */
function hasTitle(source: string, title: string): boolean {
  const literal = title.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return new RegExp(`(['"\`])${literal}\\1`).test(source);
}

describe('SECURITY.md', () => {
  it('numbers its claims in their order, each once', () => {
    expect(claims.length).toBeGreaterThan(20);
    expect(claims).toEqual(claims.map((_, index) => `S${index + 1}`));
  });

  it.each(claims)('has proofs for the claim %s', (claim) => {
    expect(securityProofs[claim]?.length).toBeGreaterThan(0);
  });

  it('claims everything that is proved', () => {
    expect(Object.keys(securityProofs)).toEqual(claims);
  });

  it.each(proofs)('has a proof in %s: “%s”', (file, title) => {
    expect(existsSync(file)).toBe(true);
    const source = readFileSync(file, 'utf8');
    for (const part of title.split(' › ')) expect(hasTitle(source, part), part).toBe(true);
  });
});
