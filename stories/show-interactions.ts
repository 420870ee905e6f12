/** What a mouse and a keyboard do to a button, by the CSS that is for it. */
const interactions = {
  hover: ':hover',
  focus: ':focus-visible',
  press: ':active',
};

export type Interaction = keyof typeof interactions;

/** The rules of a sheet, also those for devices that can hover, whatever this one is. */
function rulesOf(list: CSSRuleList): CSSStyleRule[] {
  return Array.from(list).flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule];
    const isForHover = rule instanceof CSSMediaRule && rule.conditionText === '(hover: hover)';
    return isForHover ? rulesOf(rule.cssRules) : [];
  });
}

/**
 * The themed button's own rules for each interaction, once more for what stands in a
 * `data-interaction`: a picture of a state is drawn with the same CSS as the state.
 */
export function showInteractions(): string {
  const rules = Array.from(document.styleSheets)
    .filter(({ ownerNode }) => ownerNode instanceof Element && ownerNode.matches('[data-styled]'))
    .flatMap(({ cssRules }) => rulesOf(cssRules));
  return Object.entries(interactions)
    .flatMap(([name, pseudo]) =>
      rules
        .filter(({ selectorText }) => selectorText.endsWith(pseudo))
        .map(({ selectorText, style }) => {
          const selector = selectorText.slice(0, -pseudo.length);
          return `[data-interaction="${name}"] ${selector} { ${style.cssText} }`;
        }),
    )
    .join('\n');
}
