import { css } from 'lit';

/** Styles of forms, besides their text and fields. */
export const formStyles = css`
  .waiting {
    min-block-size: 12em;
  }

  dl,
  dd,
  fieldset,
  legend {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  :is(.title, .summary, .notice) {
    /* Keeps the Back link in view above the element that takes the focus. */
    scroll-margin-block: 4em;
  }
  .who,
  .summary ul,
  .suggestions {
    padding: 0;
    list-style: none;
  }
  .who button {
    inline-size: min(100%, 20em);
  }
  .who .hint {
    margin-block: var(--k-space-1) var(--k-space-4);
  }
  legend {
    inline-size: 100%;
  }
  .who .hint,
  .urgent li > *,
  .value,
  .suggestions span {
    display: block;
  }
  a {
    color: inherit;
  }
  a:hover {
    text-decoration-thickness: 0.18em;
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

  .primary,
  .panel {
    background: var(--k-accent);
    color: var(--k-accent-text);
  }
  .primary:hover {
    box-shadow: inset 0 0 0 99em rgb(0 0 0 / 12%);
  }
  .primary[aria-disabled='true'] {
    cursor: progress;
    opacity: var(--k-faint);
  }
  .primary + .link {
    margin-inline-start: var(--k-space-4);
  }
  .title:focus {
    outline: none;
  }
  .summary:focus,
  .notice:focus {
    outline: var(--k-focus-width) solid var(--k-focus);
    outline-offset: var(--k-border);
  }

  .summary,
  .notice,
  .urgent,
  .panel,
  .answers {
    margin-block-end: var(--k-gap);
  }
  .after,
  .notice,
  .urgent {
    margin-block-start: var(--k-gap);
  }
  .summary,
  .notice,
  .urgent,
  .wrong {
    padding-inline-start: var(--k-space-4);
    border-inline-start: var(--k-bar) solid;
  }
  .summary,
  .notice,
  .wrong,
  :is(input, textarea)[aria-invalid='true'] {
    border-color: var(--k-error);
  }
  .summary,
  .notice {
    padding: var(--k-space-3) var(--k-space-4);
  }
  .field .urgent {
    margin-block: var(--k-space-2) var(--k-space-4);
  }
  :is(.summary, .notice, .urgent) h3 {
    margin-block-start: 0;
  }
  .notice .secondary,
  .summary ul,
  .urgent ul,
  .summary li:last-child {
    margin-block-end: 0;
  }
  .panel {
    padding: var(--k-space-4);
    border-radius: var(--k-radius);
  }
  .panel .title,
  .panel p {
    margin-block-end: var(--k-space-1);
  }
  .reference {
    font-size: var(--k-title-size);
    letter-spacing: 0.08em;
  }

  .answers {
    border-block-start: var(--k-hairline) solid var(--k-line);
  }
  .answers > div {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: var(--k-space-4);
    padding-block: var(--k-space-2);
    border-block-end: var(--k-hairline) solid var(--k-line);
  }
  dt,
  dd {
    grid-column: 1;
  }
  dd:last-child {
    grid-area: 1 / 2 / span 2;
  }
  .value {
    white-space: pre-wrap;
  }

  .suggestions {
    margin: var(--k-space-1) 0 0;
    border: var(--k-border) solid var(--k-field-line);
    border-radius: var(--k-radius);
    background: var(--k-field);
    color: var(--k-field-text);
  }
  .suggestions li {
    margin: 0;
    padding: var(--k-space-3);
    cursor: pointer;
  }
  .suggestions li + li {
    border-block-start: var(--k-hairline) solid var(--k-line);
  }
  .suggestions span {
    margin: 0;
  }
  .suggestions li:hover,
  .suggestions [aria-selected='true'] {
    background: var(--k-field-text);
    color: var(--k-field);
  }

  @media (forced-colors: active) {
    .primary,
    .panel {
      border: var(--k-border) solid ButtonText;
    }
    .suggestions [aria-selected='true'] {
      outline: var(--k-border) solid Highlight;
    }
  }
`;
