import { css } from 'lit';

/**
 * How all our text looks. The page gives font and colour; everything else that a page's own styles could bend is
 * set on `.root`, because rules of the page reach the host element and what it inherits.
 */
export const textStyles = css`
  :host {
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    /* Holds what is visually hidden, which would not scroll with a dialog otherwise. */
    position: relative;
    box-sizing: border-box;
    max-inline-size: 36em;
    font-size: max(1em, 16px);
    font-style: normal;
    font-weight: 400;
    font-variant: normal;
    line-height: 1.5;
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
  .root *,
  .root *::before {
    box-sizing: border-box;
  }
  .title {
    margin-block-end: 0.65em;
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.25;
  }
  p,
  ul {
    margin: 0 0 1em;
    padding: 0;
  }
  ul {
    padding-inline-start: 1.25em;
  }
  li {
    margin-block-end: 0.35em;
  }
`;
