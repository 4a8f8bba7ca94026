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
    font-size: var(--k-title-size);
    font-weight: 700;
    line-height: 1.25;
  }
  h3 {
    font-size: var(--k-heading-size);
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
    color: var(--k-error);
    font-weight: 700;
  }
  .alert {
    padding-inline-start: 0.75em;
    border-inline-start: var(--k-bar) solid currentColor;
  }

  .report label:not(.choice) {
    display: block;
    font-weight: 700;
  }
  input:is([type='text'], [type='search']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--k-target);
    margin: 0;
    padding: 0.4em 0.6em;
    border: var(--k-border) solid var(--k-field-line);
    border-radius: var(--k-radius);
    background: var(--k-field);
    color: var(--k-field-text);
    font: inherit;
    letter-spacing: inherit;
    appearance: none;
  }
  .primary {
    background: var(--k-accent);
    color: var(--k-accent-text);
  }
  .primary:hover {
    box-shadow: inset 0 0 0 99em rgb(0 0 0 / 12%);
  }
  a.button {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--k-target);
    padding: 0.55em 1.2em;
    border: var(--k-border) solid currentColor;
    border-radius: var(--k-radius);
    font-weight: 700;
    line-height: 1.25;
    text-decoration: none;
  }
  .small {
    margin: 0;
    padding-inline: 0.9em;
  }
  .is-on {
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
    min-block-size: var(--k-target);
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.4em;
    block-size: 1.4em;
    margin: 0;
    accent-color: var(--k-accent);
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
    /* Where it only moves, nothing in it has to be drawn anew. */
    contain: content;
  }
  .card {
    padding: 1em;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius);
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
    border-inline-start: var(--k-bar) solid currentColor;
  }
  .notice {
    border-color: var(--k-error);
  }
  .ask {
    border-color: var(--k-accent);
  }
  .ask p {
    margin-block: 0.25em 0.75em;
  }
  .sources {
    margin-block: 1.5em 0;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--k-line);
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
    border-block-start: 1px solid var(--k-line);
  }
  .about > div {
    padding-block: 0.6em;
    border-block-end: 1px solid var(--k-line);
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
    .is-on {
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
