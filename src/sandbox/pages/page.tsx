/** @jsxImportSource hono/jsx */
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';

/** Languages that the hub knows; the sandbox only names them to the browser. */
const languages = ['de', 'en', 'pt'];

/** The frame of every page: what the sandbox is, then one card with one heading. */
export function Page(props: {
  title: string;
  /** The hub's `lang` parameter. */
  lang?: string | undefined;
  /** Where the client is in the run. */
  progress?: Child;
  /** Says in the window's title that the form came back with an error. */
  failed?: boolean;
  wide?: boolean;
  children?: Child;
}) {
  const lang = props.lang && languages.includes(props.lang) ? props.lang : 'en';
  // The texts are English whatever `lang` says, and screen readers have to know.
  const textLang = lang === 'en' ? undefined : 'en';
  return html`<!doctype html>${(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title lang={textLang}>{`${props.failed ? 'Error: ' : ''}${props.title} · Sandbox`}</title>
        <link rel="icon" href="/sandbox.svg" />
        <link rel="stylesheet" href="/sandbox.css" />
      </head>
      <body lang={textLang}>
        <header class="banner">
          <p>
            <strong>Sandbox</strong> This is not 360dialog. Everything here is made up.
          </p>
        </header>
        <main class={props.wide ? 'card wide' : 'card'}>
          {props.progress}
          <h1>{props.title}</h1>
          {props.children}
        </main>
      </body>
    </html>
  )}`;
}
