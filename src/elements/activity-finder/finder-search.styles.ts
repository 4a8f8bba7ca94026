import { css } from 'lit';

/** What a finder has besides activities: one column, and two where its own place on the page is wide enough. */
export const styles = css`
  .root {
    /* What stands below stays where it is while a list is on its way, and where little was found. */
    min-block-size: 40em;
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 1em;
    align-items: end;
    margin-block-end: 1.25em;
  }
  .line {
    flex: 1 1 14em;
    min-inline-size: 0;
  }
  .line label {
    display: block;
    font-weight: 700;
  }
  .with-button {
    display: flex;
    gap: 0.5em;
  }
  .with-button > button {
    flex: none;
    margin: 0;
  }
  select {
    appearance: auto;
  }
  .filter-button {
    margin-block-end: 1em;
  }
  .groups {
    display: none;
    margin-block: 0.5em 1.25em;
  }
  .is-open .groups {
    display: block;
  }
  .group {
    border-block-end: 1px solid var(--k-line);
  }
  .group summary {
    padding-block: 0.6em;
    min-block-size: var(--k-target);
    font-weight: 700;
    cursor: pointer;
  }
  .group fieldset {
    padding-block-end: 0.75em;
  }
  .choice :disabled ~ span {
    opacity: 0.6;
  }
  .number {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    opacity: 0.85;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-end: 1em;
  }
  .chip {
    border-color: currentColor;
    padding-inline: 0.8em;
    font-weight: 400;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1em;
    align-items: center;
    margin-block-end: 1em;
  }
  .count {
    flex: 1 1 8em;
  }
  .head .secondary {
    margin: 0;
  }
  .sort {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .sort span {
    flex: none;
  }
  .empty ul {
    margin-block-end: 1em;
  }
  li.card {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .map {
    block-size: 22em;
    margin-block-end: 1em;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius);
    overflow: hidden;
  }

  @container (inline-size >= 52em) {
    .columns {
      display: grid;
      grid-template-columns: 16em minmax(0, 1fr);
      gap: 2em;
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
