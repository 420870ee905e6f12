import { inject } from 'vitest';

/** Before the first test that needs it, Storybook is built. */
const answer = await fetch(`${inject('storybook')}/index.json`);
if (!answer.ok) throw new Error(await answer.text());
