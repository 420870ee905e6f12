import type { Page } from 'playwright';
import { vi } from 'vitest';

/** One node of what a screen reader is given. */
export type TreeNode = {
  role?: { value?: string };
  name?: { value?: string };
  ignored: boolean;
  backendDOMNodeId?: number;
  properties?: { name: string; value: { value?: unknown } }[];
};

const sessions = new WeakMap<Page, ReturnType<ReturnType<Page['context']>['newCDPSession']>>();

const sessionOf = (page: Page) => {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
};

/** The accessibility tree of a page, as Chromium gives it to screen readers. */
export async function treeOf(page: Page): Promise<TreeNode[]> {
  const { nodes } = await (await sessionOf(page)).send('Accessibility.getFullAXTree');
  return (nodes as TreeNode[]).filter(({ ignored }) => !ignored);
}

/** Waits for the node with this role, whose name begins like this. */
export function findByTree(page: Page, role: string, name: string): Promise<TreeNode> {
  return vi.waitFor(
    async () => {
      const nodes = await treeOf(page);
      const found = nodes.find(
        (node) => node.role?.value === role && (node.name?.value ?? '').startsWith(name),
      );
      if (!found) throw new Error(`The tree has no ${role} "${name}".`);
      return found;
    },
    { timeout: 20_000 },
  );
}

/** Puts the focus where a screen reader would. */
export async function focusByTree(page: Page, role: string, name: string): Promise<void> {
  const { backendDOMNodeId } = await findByTree(page, role, name);
  await (await sessionOf(page)).send('DOM.focus', { backendNodeId: backendDOMNodeId! });
}
