import { css } from 'lit';

/** Activities: in a list, and one whole, with what can be done with it. */
export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    --accent: var(--kith-accent, #0b5d57);
    --accent-text: var(--kith-accent-text, #ffffff);
    --error: var(--kith-error, #b3261e);
    --focus: var(--kith-focus, #ffdd00);
    --radius: var(--kith-radius, 0.25em);
    --quiet-line: rgb(127 127 127 / 55%);
    position: relative;
    box-sizing: border-box;
    font-size: max(1em, 16px);
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    hyphens: manual;
    cursor: auto;
    visibility: visible;
  }
  .root *,
  .root *::before {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.25;
  }
  h3 {
    font-size: 1.2em;
    font-weight: 700;
    line-height: 1.25;
  }
  p {
    margin-block-end: 0.75em;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .link {
    text-align: start;
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .nowrap {
    white-space: nowrap;
  }
  .quiet,
  .hint {
    font-size: 0.95em;
    opacity: 0.85;
  }
  .hint {
    margin-block-end: 0.35em;
  }
  .error {
    margin-block-end: 0.35em;
    color: var(--error);
    font-weight: 700;
  }
  .alert {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid currentColor;
  }

  .report label:not(.choice) {
    display: block;
    font-weight: 700;
  }
  input:is([type='text'], [type='search']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: 2.75em;
    margin: 0;
    padding: 0.4em 0.6em;
    border: 2px solid #4a5257;
    border-radius: var(--radius);
    background: #ffffff;
    color: #14181a;
    font: inherit;
    letter-spacing: inherit;
    appearance: none;
  }
  .primary {
    background: var(--accent);
    color: var(--accent-text);
  }
  .primary:hover {
    box-shadow: inset 0 0 0 99em rgb(0 0 0 / 12%);
  }
  a.button {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75em;
    padding: 0.55em 1.2em;
    border: 2px solid currentColor;
    border-radius: var(--radius);
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
  }
  .small {
    margin: 0;
    padding-inline: 0.9em;
  }
  :is([aria-pressed='true'], .is-on) {
    box-shadow: inset 0 0 0 2px currentColor;
  }
  .back {
    margin-block-end: 0.5em;
  }
  .back::before {
    display: inline-block;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.4em;
    border-block-end: 2px solid;
    border-inline-start: 2px solid;
    content: '';
    transform: rotate(45deg);
  }
  :dir(rtl) .back::before {
    transform: rotate(-45deg);
  }

  fieldset {
    min-inline-size: 0;
  }
  .choice {
    display: flex;
    gap: 0.65em;
    align-items: center;
    min-block-size: 2.75em;
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin: 0;
    accent-color: var(--accent);
  }
  /* Room for what a page keeps at its top, and for the way back. */
  .count,
  .title,
  .notice,
  .card button {
    scroll-margin-block: 5em;
  }
  :is(.count, .title, .notice, .alert):focus {
    outline: none;
  }
  /* That something is on its way, where that takes long enough to wonder. */
  .found {
    position: relative;
  }
  .found::before {
    position: absolute;
    inset-block-start: -0.5em;
    inline-size: 100%;
    block-size: 4px;
    background: currentColor;
    content: '';
    opacity: 0;
    transform: scaleX(0.1);
    transform-origin: 0 0;
  }
  [aria-busy='true']::before {
    opacity: 1;
    transform: none;
    transition:
      opacity 0s 0.3s,
      transform 5s 0.3s ease-out;
  }
  .list {
    display: grid;
    gap: 0.75em;
    margin-block-end: 1em;
  }
  .card {
    padding: 1em;
    border: 1px solid var(--quiet-line);
    border-radius: var(--radius);
  }
  .card p {
    margin-block-end: 0.4em;
  }
  h3.name {
    margin-block: -0.6em -0.15em;
  }
  .name,
  .name button {
    padding-inline: 0;
    font-size: 1.05em;
    font-weight: 700;
  }
  .facts {
    margin-block: 0.5em;
    padding-inline-start: 1.1em;
    list-style: disc;
  }
  .card .last {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin: 0;
  }
  .empty,
  .notice,
  .ask {
    margin-block-end: 1.25em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid currentColor;
  }
  .notice {
    border-color: var(--error);
  }
  .ask {
    border-color: var(--accent);
  }
  .ask p {
    margin-block: 0.25em 0.75em;
  }
  .sources {
    margin-block: 1.5em 0;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--quiet-line);
  }
  .sources h3 {
    font-size: 1em;
  }
  .sources p {
    margin: 0;
  }

  .details {
    max-inline-size: 42em;
  }
  .title {
    margin-block-end: 0.35em;
  }
  .about {
    margin-block: 1em 1.25em;
    border-block-start: 1px solid var(--quiet-line);
  }
  .about > div {
    padding-block: 0.6em;
    border-block-end: 1px solid var(--quiet-line);
  }
  dt {
    font-weight: 700;
  }
  dd + dd {
    margin-block-start: 0.4em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .actions > * {
    margin: 0;
  }
  .share {
    margin-block: 1.25em;
  }
  .share h3 {
    margin-block-end: 0.5em;
  }
  .report legend {
    font-weight: 700;
  }
  .report form {
    margin-block-start: 0.5em;
  }
  .report textarea {
    margin-block: 0.25em 1em;
  }
  .code {
    max-inline-size: 100%;
  }
  .code[hidden],
  .for-print {
    display: none;
  }

  @container (inline-size >= 52em) {
    .about > div {
      display: grid;
      grid-template-columns: 11em minmax(0, 1fr);
    }
    dt {
      grid-row: 1 / span 30;
    }
    dd {
      grid-column: 2;
    }
  }

  :is(select, summary, [type='search']):focus-visible {
    outline: 3px solid #14181a;
    outline-offset: 0;
    box-shadow: 0 0 0 6px var(--focus);
  }
  @media (prefers-reduced-motion: reduce) {
    [aria-busy='true']::before {
      transition: opacity 0s 0.3s;
    }
  }
  @media (forced-colors: active) {
    .found::before {
      background: Highlight;
    }
    .primary,
    .card {
      border: 2px solid ButtonText;
    }
    :is(a, button, input, select, summary, textarea):focus-visible {
      outline-color: Highlight;
    }
    :is([aria-pressed='true'], .is-on) {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    button,
    .actions,
    .report,
    .ask,
    .share > :not(.code, .for-print),
    .choice,
    .about a[target] {
      display: none !important;
    }
    .name button {
      display: inline !important;
      padding: 0;
      text-decoration: none;
    }
    .about a[href^='http']::after {
      content: ' ' attr(href);
    }
    .card,
    .about > div {
      break-inside: avoid;
    }
    .for-print {
      display: block;
    }
  }
`;
