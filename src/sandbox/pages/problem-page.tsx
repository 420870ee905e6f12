/** @jsxImportSource hono/jsx */
import type { RunProblem } from '../hub/run-problem';
import { Page } from './page';

/** Tells the client what happened, and below it the developer what to do. */
export const ProblemPage = ({
  problem,
  lang,
}: {
  problem: RunProblem;
  lang?: string | undefined;
}) => (
  <Page title={problem.title} lang={lang}>
    <p class="lead">{problem.forClient}</p>
    <details open>
      <summary>For developers</summary>
      <p>{problem.forDeveloper}</p>
    </details>
  </Page>
);
