import { css } from 'lit';

/** How every form looks, besides its text. */
export const formStyles = css`
  .waiting {
    min-block-size: 12em;
  }

  h2,
  h3,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }
  :is(.title, .summary, .notice) {
    /* Leaves the Back link in view above what takes the focus. */
    scroll-margin-block: 4em;
  }
  h3 {
    margin-block: 1.5em 0.4em;
    font-size: var(--k-heading-size);
    font-weight: 700;
    line-height: 1.25;
  }
  .who {
    padding: 0;
    list-style: none;
  }
  .who button {
    inline-size: min(100%, 20em);
  }
  .who .hint {
    display: block;
    margin-block: 0.25em 1em;
  }
  .after {
    margin-block-start: 1.25em;
  }
  fieldset {
    min-inline-size: 0;
  }
  legend {
    display: block;
    inline-size: 100%;
  }
  a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 0.15em;
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

  .primary {
    background: var(--k-accent);
    color: var(--k-accent-text);
  }
  .primary:hover {
    box-shadow: inset 0 0 0 99em rgb(0 0 0 / 12%);
  }
  .primary[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  .primary + .link {
    margin-inline-start: 1em;
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
  :is(.title, .summary, .notice):focus {
    outline: none;
  }
  .summary:focus,
  .notice:focus {
    outline: var(--k-focus-width) solid var(--k-focus);
    outline-offset: 2px;
  }

  .summary,
  .notice,
  .urgent,
  .panel {
    margin-block-end: var(--k-gap);
    padding-inline-start: 1em;
    border-inline-start: var(--k-bar) solid currentColor;
  }
  .summary,
  .notice {
    padding: 0.75em 1em;
  }
  .notice {
    margin-block-start: 1.5em;
  }
  .summary {
    border-color: var(--k-error);
  }
  .summary a {
    color: var(--k-error);
    font-weight: 700;
  }
  .notice {
    border-color: var(--k-error);
  }
  .urgent {
    margin-block-start: 2em;
  }
  .field .urgent {
    margin-block: 0.5em 1em;
  }
  .urgent li > * {
    display: block;
  }
  .summary h3,
  .notice h3,
  .urgent h3 {
    margin-block-start: 0;
  }
  .notice .secondary,
  .summary ul,
  .urgent ul,
  .summary li:last-child {
    margin-block-end: 0;
  }
  .summary ul {
    padding: 0;
    list-style: none;
  }
  .panel {
    padding: 1em 1.25em;
    border: 0;
    border-radius: var(--k-radius);
    background: var(--k-accent);
    color: var(--k-accent-text);
  }
  .panel .title,
  .panel p {
    margin-block-end: 0.25em;
  }
  .reference {
    font-size: 1.5em;
    letter-spacing: 0.08em;
  }

  .answers {
    margin-block-end: var(--k-gap);
    border-block-start: 1px solid var(--k-line);
  }
  .answers > div {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: 1em;
    padding-block: 0.6em;
    border-block-end: 1px solid var(--k-line);
  }
  .answers dt {
    grid-column: 1;
    font-weight: 700;
  }
  .answers dd {
    grid-column: 1;
    min-inline-size: 0;
  }
  .answers dd:last-child {
    grid-area: 1 / 2 / span 2;
  }
  .answers .link {
    padding-block: 0;
  }
  .value {
    display: block;
    white-space: pre-wrap;
  }

  .combobox {
    position: relative;
  }
  .suggestions {
    margin: 0.25em 0 0;
    padding: 0;
    border: var(--k-border) solid var(--k-field-line);
    border-radius: var(--k-radius);
    background: var(--k-field);
    color: var(--k-field-text);
    list-style: none;
  }
  .suggestions li {
    margin: 0;
    padding: 0.6em;
    cursor: pointer;
  }
  .suggestions li + li {
    border-block-start: 1px solid var(--k-line);
  }
  .suggestions li > span {
    display: block;
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
      border: 2px solid ButtonText;
    }
    .suggestions [aria-selected='true'] {
      outline: 3px solid Highlight;
    }
  }
`;
