import { css } from 'lit';

/**
 * Styles of all elements. Font and colour are inherited from the page; every other inherited property is reset on
 * `.root`, because the page's own rules apply to the host element.
 */
export const rootStyles = css`
  .root,
  dialog {
    box-sizing: border-box;
    font-family: var(--k-font);
    font-size: max(1em, 16px);
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    line-height: var(--k-line-height);
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    text-underline-offset: 0.15em;
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    hyphens: manual;
    cursor: auto;
    visibility: visible;
  }
  .root {
    /* Contains visually hidden content, which would otherwise not scroll with a dialog. */
    position: relative;
  }
  .root *,
  .root *::before {
    box-sizing: border-box;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }
  .languages,
  .draft {
    margin: 0 0 var(--k-space-4);
    font-size: var(--k-small-size);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--k-space-4);
  }
  :is(.languages, .draft) button {
    /* A taller button would push the lines beside it apart. */
    display: block;
    min-block-size: 2.25em;
    /* Leaves room for the exit button, which stays at the top of the page. */
    scroll-margin-block: 8em;
    padding: var(--k-space-1) 0;
    border: 0;
    font-weight: 400;
    line-height: inherit;
    text-decoration: underline;
  }
  .languages [aria-pressed='true'] {
    font-weight: var(--k-bold);
    text-decoration: none;
  }
  @media print {
    .languages,
    .draft {
      display: none;
    }
  }
  :is(a, button, input, select, summary, textarea):focus-visible {
    outline: var(--k-focus-width) solid var(--k-focus-line);
    outline-offset: 0;
    box-shadow: 0 0 0 calc(2 * var(--k-focus-width)) var(--k-focus);
  }
  @media (forced-colors: active) {
    .languages [aria-pressed='true'] {
      border: var(--k-hairline) solid;
    }
    :is(a, button, input, select, summary, textarea):focus-visible {
      outline-color: Highlight;
    }
  }
`;
