import { css } from 'lit';

/**
 * What holds for all text of ours. The page gives font and colour; everything else that a page's own styles could bend
 * is set on `.root`, because rules of the page reach the host element and what it inherits.
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
    text-shadow: none;
    white-space: normal;
    overflow-wrap: break-word;
    word-break: normal;
    hyphens: manual;
    cursor: auto;
    visibility: visible;
  }
  .root {
    /* Holds what is visually hidden, which would not scroll with a dialog otherwise. */
    position: relative;
  }
  /* The room of one row of languages, until their code is there. */
  kith-language-choice:not(:defined) {
    display: block;
    block-size: 2.025em;
    margin-block-end: 0.9em;
  }
  .root *,
  .root *::before {
    box-sizing: border-box;
  }
`;
