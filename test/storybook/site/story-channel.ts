import type { Page } from 'playwright';

type ArgType = {
  control?: { type?: string; disable?: boolean };
  options?: unknown[];
};

/** What Storybook's preview offers to its panels. */
export type StorybookWindow = {
  __STORYBOOK_PREVIEW__: {
    storyStoreValue: {
      loadStory(story: { storyId: string }): Promise<{ argTypes: Record<string, ArgType> }>;
    };
    channel: { emit(name: string, told: object): void; once(name: string, then: () => void): void };
  };
};

/** Tells the preview something, as a panel or the sidebar does, and waits until a story is rendered. */
const tell = (page: Page, event: string, told: object) =>
  page.evaluate(
    ({ event, told }) =>
      new Promise<void>((resolve) => {
        const { channel } = (window as unknown as StorybookWindow).__STORYBOOK_PREVIEW__;
        for (const end of ['storyRendered', 'storyThrewException', 'storyErrored']) {
          channel.once(end, resolve);
        }
        channel.emit(event, told);
      }),
    { event, told },
  );

/** Sets one argument, as its control does. */
export const setArgument = (page: Page, storyId: string, name: string, value: unknown) =>
  tell(page, 'updateStoryArgs', { storyId, updatedArgs: { [name]: value } });

/** Goes to a story, as the sidebar does: the page is not loaded again. */
export const goToStory = (page: Page, storyId: string) =>
  tell(page, 'setCurrentStory', { storyId, viewMode: 'story' });
