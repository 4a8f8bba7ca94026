import { css } from 'lit';

/** A short text with two lists. */
export const styles = css`
  .kinds ul {
    columns: 2 14em;
    column-gap: var(--k-gap);
  }
  .kinds li {
    break-inside: avoid;
  }
  /* Text of the page may be written in another direction than ours. */
  p,
  li,
  [role='heading'] {
    unicode-bidi: plaintext;
  }
`;
