import { css } from 'lit';

/** Fields: labels, hints, errors, lines of text, dates and choices. */
export const fieldStyles = css`
  .field {
    margin-block-end: var(--k-gap);
    scroll-margin-block-start: 1em;
  }
  .wrong {
    padding-inline-start: 0.9em;
    border-inline-start: var(--k-bar) solid var(--k-error);
  }
  .label {
    display: block;
    margin-block-end: 0.25em;
    font-weight: 700;
  }
  .hint {
    margin-block-end: 0.5em;
    opacity: 0.82;
  }
  .error {
    margin-block-end: 0.5em;
    color: var(--k-error);
    font-weight: 700;
  }

  input,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    text-transform: none;
  }
  input:not([type='radio'], [type='checkbox']),
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--k-target);
    padding: 0.4em 0.6em;
    border: var(--k-border) solid var(--k-field-line);
    border-radius: var(--k-radius);
    background: var(--k-field);
    color: var(--k-field-text);
    color-scheme: var(--k-scheme);
    appearance: none;
  }
  textarea {
    min-block-size: 9em;
    margin-block-end: 0.4em;
    resize: vertical;
  }
  .wrong input:not([type='radio'], [type='checkbox']):not(.date *),
  .wrong textarea,
  input[aria-invalid='true']:not([type='radio'], [type='checkbox']) {
    border-color: var(--k-error);
  }
  input.postcode {
    max-inline-size: 9em;
    text-transform: uppercase;
  }
  input.phone {
    max-inline-size: 15em;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
  }
  .date label {
    display: block;
    margin-block-end: 0.2em;
  }
  .date input.day {
    inline-size: 3.2em;
  }
  .date input.month {
    inline-size: 4.4em;
  }
  .date input.year {
    inline-size: 4.4em;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    column-gap: 0.75em;
    min-block-size: var(--k-target);
    margin-block-end: 0.25em;
  }
  .choice input {
    inline-size: 1.6em;
    block-size: 1.6em;
    margin-block: 0.55em;
    accent-color: var(--k-accent);
    color-scheme: var(--k-scheme);
  }
  .choice label {
    padding-block: 0.6em;
    cursor: pointer;
  }
  .choice .hint {
    grid-column: 2;
    margin-block: -0.5em 0.6em;
  }
  .or {
    margin-block: 0.25em 0.5em;
  }
`;
