import { css } from 'lit';

/** The list of entries, each as wide as the menu. */
export const styles = css`
  .doors {
    padding: 0;
    border-block-start: var(--k-hairline) solid var(--k-line);
    list-style: none;
  }
  li {
    position: relative;
    margin: 0;
    border-block-end: var(--k-hairline) solid var(--k-line);
  }
  li::after,
  .back::before {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    margin-inline-end: 0.4em;
    border: solid;
    border-width: 0 0 2px 2px;
    content: '';
    transform: rotate(45deg);
  }
  li::after,
  .back:dir(rtl)::before {
    transform: rotate(225deg);
  }
  li::after {
    position: absolute;
    inset-block-start: calc(50% - 0.3em);
    inset-inline-end: 0;
    pointer-events: none;
  }
  li:dir(rtl)::after {
    transform: rotate(45deg);
  }
  .doors :is(a, button),
  .back,
  ::slotted(a) {
    display: block;
    inline-size: 100%;
    padding: var(--k-space-3) 0;
    padding-inline-end: 2em;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .back {
    inline-size: auto;
  }
  strong,
  .back {
    text-decoration: underline;
  }
  strong {
    display: block;
  }
  .title:focus {
    outline: none;
  }
`;
