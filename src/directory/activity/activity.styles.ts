import { css } from 'lit';

/** Activities in a list, and the details of one activity. */
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
  h2,
  h3 {
    font-size: var(--k-title-size);
    font-weight: var(--k-bold);
    line-height: var(--k-line-height-tight);
  }
  h3 {
    font-size: var(--k-heading-size);
  }
  p {
    margin-block-end: var(--k-space-3);
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
  .quiet,
  .hint {
    font-size: var(--k-small-size);
    opacity: var(--k-faint);
  }
  .hint,
  .error {
    margin-block-end: var(--k-space-1);
  }
  .error {
    color: var(--k-error);
  }
  .alert {
    padding-inline-start: var(--k-space-3);
    border-inline-start: var(--k-bar) solid;
  }

  .report label:not(.choice) {
    display: block;
  }
  .report label:not(.choice),
  .report legend,
  .error,
  dt {
    font-weight: var(--k-bold);
  }
  input:is([type='text'], [type='search']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--k-target);
    margin: 0;
    padding: var(--k-space-2) var(--k-space-3);
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
    text-decoration: none;
  }
  .small {
    margin: 0;
  }
  .is-on {
    box-shadow: inset 0 0 0 var(--k-border);
  }

  fieldset {
    min-inline-size: 0;
  }
  .choice {
    display: flex;
    gap: var(--k-space-3);
    align-items: center;
    min-block-size: var(--k-target);
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: var(--k-tick);
    block-size: var(--k-tick);
    margin: 0;
    accent-color: var(--k-accent);
  }
  /* Leaves room for what stays at the top of a page, and for the button that leads back. */
  .count,
  .title,
  .notice,
  .card button {
    scroll-margin-block: 5em;
  }
  :is(.count, .title, .notice, .alert):focus {
    outline: none;
  }
  /* A progress bar, if loading takes longer than a moment. */
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
    gap: var(--k-space-3);
    margin-block-end: var(--k-space-4);
    /* If the list only moves, its content need not be painted again. */
    contain: content;
  }
  .card {
    padding: var(--k-space-4);
    border: var(--k-hairline) solid var(--k-line);
    border-radius: var(--k-radius);
  }
  .card p {
    margin-block-end: var(--k-space-2);
  }
  .name {
    font-size: 1.1em;
  }
  h3.name {
    margin-block-start: calc(-1 * var(--k-space-2));
  }
  .card .link {
    margin-inline: calc(-1 * var(--k-space-2));
    padding-inline: var(--k-space-2);
    font-weight: var(--k-bold);
  }
  /* Inside the button, where the outline covers neither the line below nor the edge of the card. */
  .card .link:focus-visible {
    outline-offset: calc(-2 * var(--k-focus-width));
    box-shadow: inset 0 0 0 var(--k-focus-width) var(--k-focus);
  }
  .facts {
    margin-block: var(--k-space-2);
    padding-inline-start: var(--k-space-4);
    list-style: disc;
  }
  .card .last {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-space-2) var(--k-space-4);
    align-items: center;
    justify-content: space-between;
    margin: 0;
  }
  .empty,
  .notice,
  .ask {
    margin-block-end: var(--k-gap);
    padding: var(--k-space-3) var(--k-space-4);
    border-inline-start: var(--k-bar) solid;
  }
  .notice {
    border-color: var(--k-error);
  }
  .ask {
    border-color: var(--k-accent);
  }
  .ask p {
    margin-block: var(--k-space-1) var(--k-space-3);
  }
  .sources {
    margin-block: var(--k-gap) 0;
    padding-block-start: var(--k-space-3);
    border-block-start: var(--k-hairline) solid var(--k-line);
  }
  .sources h3 {
    font-size: inherit;
  }
  .sources p {
    margin: 0;
  }

  .details {
    max-inline-size: 42em;
  }
  .title {
    margin-block-end: var(--k-space-1);
  }
  .about {
    margin-block: var(--k-space-4) var(--k-gap);
    border-block-start: var(--k-hairline) solid var(--k-line);
  }
  .about > div {
    padding-block: var(--k-space-2);
    border-block-end: var(--k-hairline) solid var(--k-line);
  }
  dd + dd {
    margin-block-start: var(--k-space-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-space-2);
  }
  .actions > * {
    margin: 0;
  }
  .share {
    margin-block: var(--k-gap);
  }
  .share h3 {
    margin-block-end: var(--k-space-2);
  }
  .report form {
    margin-block-start: var(--k-space-2);
  }
  .report textarea {
    margin-block: var(--k-space-1) var(--k-space-4);
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
      border: var(--k-border) solid ButtonText;
    }
    .is-on {
      outline: var(--k-border) solid Highlight;
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
