import { css } from 'lit';

/** A short text with two lists. */
export const styles = css`
  .heading {
    margin-block: 1.5em 0.4em;
    font-size: var(--k-heading-size);
    font-weight: 700;
    line-height: 1.25;
  }
  .kinds ul {
    columns: 2 14em;
    column-gap: 2em;
  }
  .kinds li {
    break-inside: avoid;
  }
  /* Words of the page may run in another direction than ours. */
  p,
  li,
  [role='heading'] {
    unicode-bidi: plaintext;
  }
`;
