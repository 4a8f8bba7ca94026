import { css } from 'lit';

/** Styles of fields: labels, hints, errors, text fields, dates and choices. */
export const fieldStyles = css`
  .field {
    margin-block-end: var(--k-gap);
    scroll-margin-block-start: 1em;
  }
  .label,
  .date label {
    display: block;
    margin-block-end: var(--k-space-1);
  }
  .label,
  .error,
  .summary a,
  dt {
    font-weight: var(--k-bold);
  }
  .hint,
  .error {
    margin-block-end: var(--k-space-2);
  }
  .hint {
    opacity: var(--k-faint);
  }
  .error,
  .summary a {
    color: var(--k-error);
  }

  input,
  textarea {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    accent-color: var(--k-accent);
    color-scheme: var(--k-scheme);
  }
  input:not([type='radio'], [type='checkbox']),
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--k-target);
    padding: var(--k-space-2) var(--k-space-3);
    border: var(--k-border) solid var(--k-field-line);
    border-radius: var(--k-radius);
    background: var(--k-field);
    color: var(--k-field-text);
    appearance: none;
  }
  textarea {
    margin-block-end: var(--k-space-2);
    resize: vertical;
  }
  .postcode {
    max-inline-size: 9em;
    text-transform: uppercase;
  }
  .phone {
    max-inline-size: 15em;
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-space-2) var(--k-space-3);
  }
  .date input {
    inline-size: 4.75em;
  }
  .date .day {
    inline-size: 3.5em;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    column-gap: var(--k-space-3);
    min-block-size: var(--k-target);
  }
  .choice input {
    inline-size: var(--k-tick);
    block-size: var(--k-tick);
    margin-block: var(--k-space-3);
  }
  .choice label {
    padding-block: var(--k-space-3);
    cursor: pointer;
  }
  .choice .hint {
    grid-column: 2;
    margin-block: calc(-1 * var(--k-space-2)) var(--k-space-2);
  }
  .or {
    margin-block: var(--k-space-1) var(--k-space-2);
  }
`;
