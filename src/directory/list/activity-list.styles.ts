import { css } from 'lit';

/** The heading of a list, its columns, and the placeholders while it is loading. */
export const styles = css`
  .heading {
    margin-block-end: var(--k-space-3);
  }
  .heading:focus {
    outline: none;
  }
  .list > * {
    min-inline-size: 0;
  }
  .list .card {
    block-size: 100%;
  }
  .waiting:focus,
  .empty:focus {
    outline: none;
  }
  .waiting {
    /* The height of the content below the cards. */
    padding-block-end: 6em;
  }
  .waiting > :nth-child(-n + 2) {
    grid-area: 1 / 1;
  }
  .first {
    padding: var(--k-space-4);
  }
  .blank {
    min-block-size: 20.5em;
    /* A short wait shows nothing that would only flash. */
    animation: appear 0s 300ms both;
    forced-color-adjust: none;
  }
  .first ~ .blank {
    background:
      linear-gradient(rgb(127 127 127 / 20%) 0 0) 1em 1.2em / 55% 1.4em no-repeat,
      linear-gradient(rgb(127 127 127 / 14%) 0 0) 1em 4em / 85% 1em no-repeat,
      linear-gradient(rgb(127 127 127 / 14%) 0 0) 1em 6em / 70% 1em no-repeat,
      linear-gradient(rgb(127 127 127 / 14%) 0 0) 1em 8.5em / 60% 1em no-repeat,
      linear-gradient(rgb(127 127 127 / 14%) 0 0) 1em 10.5em / 45% 1em no-repeat;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }

  @container (inline-size >= 30em) {
    .blank {
      min-block-size: 16em;
    }
  }
  @container (inline-size >= 44em) {
    .list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .blank {
      display: none;
    }
    .list {
      display: block;
    }
    .list .card {
      margin-block-end: var(--k-space-3);
      break-inside: avoid;
    }
  }
`;
