import { css } from 'lit';

/** Fields: labels, hints, errors, lines of text, dates and choices. */
export const fieldStyles = css`
  .field {
    margin-block-end: 1.5em;
    scroll-margin-block-start: 1em;
  }
  .wrong {
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--error);
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
    color: var(--error);
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
    min-block-size: 2.75em;
    padding: 0.4em 0.6em;
    border: 2px solid #4a5257;
    border-radius: var(--radius);
    background: #ffffff;
    color: #14181a;
    color-scheme: light;
    appearance: none;
    box-shadow: none;
  }
  textarea {
    min-block-size: 9em;
    margin-block-end: 0.4em;
    resize: vertical;
  }
  .wrong input:not([type='radio'], [type='checkbox']):not(.date *),
  .wrong textarea,
  input[aria-invalid='true']:not([type='radio'], [type='checkbox']) {
    border-color: var(--error);
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
    min-block-size: 2.75em;
    margin-block-end: 0.25em;
  }
  .choice input {
    inline-size: 1.6em;
    block-size: 1.6em;
    margin-block: 0.55em;
    accent-color: var(--accent);
    color-scheme: light;
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
