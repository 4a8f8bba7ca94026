import { html } from 'hono/html';

/** A piece of HTML in which every value is escaped. */
export type Html = ReturnType<typeof html>;

interface Page {
  readonly title: string;
  readonly language?: string;
  /** Shown beside the top of the page. */
  readonly name: string;
  /** Makes the name the page's heading, for pages whose main part has no top-level heading. */
  readonly isHeading?: boolean;
  readonly head?: Html;
  readonly main: Html;
}

/** The frame of every page that the backend serves. */
export const layout = ({
  title,
  language = 'en-GB',
  name,
  isHeading = false,
  head,
  main,
}: Page): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/pages.css" />
        ${head ?? ''}
      </head>
      <body>
        <header class="top">
          ${isHeading ? html`<h1 class="top__name">${name}</h1>` : html`<p class="top__name">${name}</p>`}
        </header>
        <main>${main}</main>
      </body>
    </html>`;
