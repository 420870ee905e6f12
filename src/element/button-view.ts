import { isRunning } from '../core/is-running';
import { quietly } from '../core/popup/quietly';
import { rehearseAttempt } from '../core/popup/start-attempt';
import type { OnboardingStatus } from '../core/types';
import { addStyles } from './button-styles';

/** What stands on the button: text, which is never read as HTML, or nodes. */
export type ButtonLabel = string | Node;

/** What is seen of the element. */
export type ButtonView = {
  /** The real button, in the shadow tree. */
  button: HTMLButtonElement;
  getLabel(): ButtonLabel;
  /** @param label empty: what is slotted, or else the usual text */
  setLabel(label: ButtonLabel): void;
  setStatus(status: OnboardingStatus): void;
};

const usualLabel = 'Connect 360dialog';

/** A line break between two tags is nothing to read. */
const hasContent = (node: Node) => 'tagName' in node || /\S/.test(node.textContent!);

/**
 * Builds the shadow tree of an element: one button, which takes the focus for it.
 *
 * @param launch runs in each click whose default nobody prevented
 */
export function createButtonView(host: HTMLElement, launch: () => void): ButtonView {
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  const button = document.createElement('button');
  const slot = document.createElement('slot');
  const text = document.createElement('span');
  let label: ButtonLabel = '';
  const showLabel = () => {
    const isSlotShown = !label && slot.assignedNodes().some(hasContent);
    slot.hidden = !isSlotShown;
    text.replaceChildren(isSlotShown ? '' : label || usualLabel);
  };

  addStyles(root);
  button.type = 'button';
  button.setAttribute('part', 'button');
  button.append(slot, text);
  root.append(button);
  // A fragment that is the label has given its nodes away and cannot be shown again.
  const showSlotted = () => label || showLabel();
  slot.addEventListener('slotchange', showSlotted);
  // Frameworks write into a text node that stands, which is no change of the slot.
  new MutationObserver(showSlotted).observe(host, { characterData: true, subtree: true });
  showLabel();
  button.addEventListener('pointerdown', rehearseAttempt);
  button.addEventListener('click', (event) => {
    if (!event.defaultPrevented) launch();
  });
  // Missing in Safari before 16.4.
  const internals = host.attachInternals?.();

  return {
    button,
    getLabel: () => label,
    setLabel(newLabel) {
      label = newLabel;
      showLabel();
    },
    setStatus(status) {
      host.dataset['status'] = status;
      if (isRunning(status)) button.setAttribute('aria-busy', 'true');
      else button.removeAttribute('aria-busy');
      // Chromium before 125 takes only names that begin with `--`.
      quietly(() => {
        internals?.states.clear();
        internals?.states.add(status);
      });
    },
  };
}
