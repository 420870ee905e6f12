/**
 * The look of all pages, light or dark as the visitor has it. Text keeps a contrast of 4.5:1, borders of
 * fields and focus rings 3:1. Where text is twice as large, lines and columns wrap, and nothing is cut.
 */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #f3f1ec;
  --surface: #fff;
  --text: #22272e;
  --muted: #586069;
  --line: #dcd8cf;
  --control: #7d858d;
  --accent: #2f5d8c;
  --accent-strong: #234a72;
  --accent-soft: #edf3f9;
  --danger: #a32a1e;
  --danger-soft: #fdf1ef;
  --danger-line: #eccac5;
  --on-accent: #fff;
  --readonly: #f6f5f2;
  --banner: #fbf0d2;
  --banner-line: #ecd9a4;
  --banner-text: #544315;
  --radius: 0.5rem;
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a;
    --surface: #1d2125;
    --text: #e6e9ec;
    --muted: #a8b0b8;
    --line: #363c43;
    --control: #838c95;
    --accent: #8fbbe8;
    --accent-strong: #b4d3f2;
    --accent-soft: #1e2f41;
    --danger: #ffaba1;
    --danger-soft: #3a1d1a;
    --danger-line: #6d322b;
    --on-accent: #0d2033;
    --readonly: #24292e;
    --banner: #3a2f14;
    --banner-line: #574820;
    --banner-text: #f4e4b9;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--text); }
h1, h2, p, ol, ul, dl, dd, pre, fieldset { margin: 0; padding: 0; }
h1 { font-size: 1.625rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.0625rem; margin-top: 2rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { color: var(--accent-strong); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}

.banner { background: var(--banner); border-bottom: 1px solid var(--banner-line); color: var(--banner-text); }
.banner p { max-width: 44rem; margin: 0 auto; padding: 0.625rem 1.25rem; font-size: 0.875rem; text-align: center; }
.banner strong { margin-right: 0.375rem; }

.card {
  width: calc(100% - min(2rem, 8vw)); max-width: 30rem; margin: 2.5rem auto; padding: min(2rem, 6vw);
  background: var(--surface); border: 1px solid var(--line); border-radius: 0.875rem;
  box-shadow: 0 1px 2px rgb(40 35 25 / 5%), 0 8px 24px rgb(40 35 25 / 5%);
  overflow-wrap: break-word;
}
.card.wide { max-width: 44rem; }
.card > * + *, form > * + * { margin-top: 1.25rem; }
.lead { color: var(--muted); }
.lead strong { color: var(--text); }
.card > h1 + .lead { margin-top: 0.5rem; }

.progress { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; counter-reset: step; }
.progress li {
  flex: 1; padding-top: 0.5rem; border-top: 3px solid var(--line);
  color: var(--muted); font-size: 0.8125rem;
}
.progress li.done { border-color: var(--accent); }
.progress li[aria-current] { border-color: var(--accent); color: var(--text); font-weight: 600; }
.progress li.done::before { content: '✓ ' / ''; color: var(--accent); }

label, legend { font-weight: 600; font-size: 0.9375rem; }
.field label { display: block; margin-bottom: 0.375rem; }
.hint { margin-top: 0.375rem; color: var(--muted); font-size: 0.875rem; }
input:not([type='checkbox'], [type='radio']) {
  display: block; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem;
  font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--control); border-radius: var(--radius);
}
input:not([type='checkbox'], [type='radio']):focus-visible { outline-offset: 0; border-radius: var(--radius); }
input[readonly] { background: var(--readonly); color: var(--muted); border-color: var(--line); }
input[aria-invalid] { border-color: var(--danger); }

fieldset { border: 0; min-width: 0; }
.choices legend, .card-fields legend { margin-bottom: 0.375rem; padding: 0; }
.choice {
  display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem;
  min-height: 3rem; padding: 0.5rem min(0.875rem, 4vw);
  border: 1px solid var(--control); font-weight: 400; font-size: 1rem; cursor: pointer;
  font-variant-numeric: tabular-nums;
}
.choice + .choice { margin-top: -1px; }
.choice:first-of-type { border-radius: var(--radius) var(--radius) 0 0; }
.choice:last-of-type { border-radius: 0 0 var(--radius) var(--radius); }
.choice:only-of-type { border-radius: var(--radius); }
.choice:hover, .choice:has(:checked) { background: var(--accent-soft); }
.choice span { flex: 1 1 5em; min-width: 0; }
.choice small { flex: none; margin-left: auto; color: var(--muted); font-size: 0.875rem; }
.choice input { flex: none; width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent); }

.card-fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(8.25rem, 100%), 1fr)); gap: 0.75rem 1rem; }
.card-fields .field:first-of-type { grid-column: 1 / -1; }
.card-fields .field label { font-weight: 400; }

button { font: inherit; cursor: pointer; }
button:not(.link) {
  display: block; width: 100%; min-height: 3rem; padding: 0.625rem 1.25rem;
  font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: var(--radius);
}
button:not(.link):hover { background: var(--accent-strong); }
button:not(.link):focus-visible { border-radius: var(--radius); }
button.link { padding: 0; text-align: start; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: 0.2em; }
button.link:hover { color: var(--accent-strong); }

.aside, .account, .note, .error, details { font-size: 0.9375rem; }
.aside { text-align: center; color: var(--muted); }
.aside a { text-wrap: balance; }
.card > .aside + .aside { margin-top: 0.375rem; }
.account {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 1rem;
  padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--muted);
}
.account > * + * { margin-top: 0; }
.account .email { color: var(--text); overflow-wrap: anywhere; }
.note, .error, details { padding: 0.75rem 0.875rem; border-radius: var(--radius); }
.note { background: var(--accent-soft); }
.error { background: var(--danger-soft); color: var(--danger); border: 1px solid var(--danger-line); }
details { background: var(--ground); }
summary { cursor: pointer; font-weight: 600; }
details p { margin-top: 0.5rem; }

.wide > h2 + * { margin-top: 0.5rem; }
.wide > ul { padding-left: 1.25rem; }
.wide > p + ul, .wide > ul + p, .wide > p + pre { margin-top: 0.625rem; }
.wide li + li { margin-top: 0.25rem; }
code, pre { font: 0.875em/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
li code { font-size: 0.8125em; }
pre { padding: 0.875rem 1rem; overflow-x: auto; background: var(--ground); border-radius: var(--radius); }
dl > div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; padding: 0.5rem 0; border-top: 1px solid var(--line); }
dt { flex: 0 0 9rem; }
dd { flex: 1 1 16rem; min-width: 0; font-size: 0.9375rem; }
dd small { display: block; color: var(--muted); font-size: 0.875rem; }

.wide > .rows { padding-left: 0; list-style: none; }
.rows > li {
  display: flex; flex-wrap: wrap; justify-content: space-between; align-items: flex-start;
  gap: 0.5rem 1rem; padding: 0.75rem 0; border-top: 1px solid var(--line);
}
.rows > li > :first-child { flex: 1 1 18rem; min-width: 0; }
.rows small { display: block; color: var(--muted); font-size: 0.875rem; overflow-wrap: anywhere; }
.rows form { flex: none; max-width: 100%; }
.rows form > * + * { margin-top: 0; }
.rows details { margin-top: 0.5rem; }
.attempts { padding-left: 1.25rem; font-size: 0.875rem; overflow-wrap: anywhere; }
.attempts code { font-size: 1em; }
.attempts .refused strong { color: var(--danger); }
button.small { width: auto; min-height: 2.25rem; padding: 0.25rem 0.75rem; font-size: 0.875rem; }

@media (max-width: 32rem) {
  .card { margin: 1rem auto; padding: 1.5rem min(1.25rem, 6vw); }
  h1 { font-size: min(1.4375rem, 9vw); }
  dt { flex-basis: 100%; }
  .progress li { font-size: 0.75rem; }
  .progress li.done::before { content: none; }
}
`;
