import { css } from 'lit';

/** The search page of a finder: one column, or two if the element is wide enough. */
export const styles = css`
  .root {
    /* So that the content below does not move while a list is loading, or if little was found. */
    min-block-size: 40em;
  }
  .search,
  .chips,
  .head,
  .sort {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-space-3);
    align-items: center;
  }
  .search,
  .chips,
  .head,
  .filter-button,
  .empty ul,
  .map {
    margin-block-end: var(--k-space-4);
  }
  .search {
    align-items: end;
  }
  .line {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .line label {
    display: block;
    font-weight: var(--k-bold);
  }
  .with-button {
    display: flex;
    gap: var(--k-space-2);
    align-items: center;
  }
  .with-button > button,
  .sort span {
    flex: none;
  }
  .with-button > button,
  .head .secondary {
    margin: 0;
  }
  select {
    appearance: auto;
  }
  .sort select {
    inline-size: auto;
  }
  .groups {
    display: none;
    margin-block: var(--k-space-2) var(--k-gap);
  }
  .is-open .groups {
    display: block;
  }
  .group {
    border-block-end: var(--k-hairline) solid var(--k-line);
  }
  .group summary {
    padding-block: var(--k-space-3);
    min-block-size: var(--k-target);
    font-weight: var(--k-bold);
    cursor: pointer;
  }
  .group fieldset {
    padding-block-end: var(--k-space-3);
  }
  .choice :disabled ~ span {
    opacity: 0.6;
  }
  .number {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    opacity: var(--k-faint);
  }
  .chip {
    border-color: currentColor;
    padding-inline: var(--k-space-3);
    font-weight: 400;
  }
  .count {
    flex: 1 1 8em;
  }
  /* Keeps its last height until it is laid out again. */
  .list > li {
    contain-intrinsic-block-size: auto 20em;
  }
  .later {
    content-visibility: auto;
  }
  li.card {
    display: flex;
    gap: var(--k-space-3);
    align-items: center;
    justify-content: space-between;
  }
  li.card .name {
    /* Otherwise, a long word in wide spacing makes the card wider than a narrow page. */
    overflow-wrap: anywhere;
  }
  .map {
    block-size: 22em;
    border: var(--k-hairline) solid var(--k-line);
    border-radius: var(--k-radius);
    overflow: hidden;
  }

  @container (inline-size >= 52em) {
    .columns {
      display: grid;
      grid-template-columns: 16em minmax(0, 1fr);
      gap: var(--k-gap);
      align-items: start;
    }
    .groups {
      display: block;
      margin-block-start: 0;
    }
    .filter-button {
      display: none;
    }
  }
  @media print {
    .search,
    .filters,
    .chips,
    .sort,
    #map,
    #keep-hint {
      display: none !important;
    }
    .root {
      min-block-size: 0;
    }
  }
`;
