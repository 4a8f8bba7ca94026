import { css } from 'lit';

/** Styles of buttons, for the form and for the dialog around it. */
export const buttonStyles = css`
  button,
  .button {
    min-block-size: var(--k-target);
    padding: var(--k-space-2) var(--k-space-4);
    border: var(--k-border) solid transparent;
    border-radius: var(--k-radius);
    font-weight: var(--k-bold);
    line-height: var(--k-line-height-tight);
    appearance: none;
  }
  .secondary {
    margin-inline-end: var(--k-space-2);
    margin-block-end: var(--k-space-2);
    border-color: currentColor;
  }
  .secondary:hover {
    box-shadow: inset 0 0 0 99em rgb(127 127 127 / 15%);
  }
  .link {
    padding-inline: 0.1em;
    border: 0;
    font-weight: 400;
    text-decoration: underline;
  }
  .back {
    display: inline-flex;
    align-items: center;
    margin-block-end: var(--k-space-2);
  }
  .back::before {
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline-end: 0.4em;
    border-block-end: 2px solid;
    border-inline-start: 2px solid;
    content: '';
    transform: rotate(45deg);
  }
  :dir(rtl) .back::before {
    transform: rotate(-45deg);
  }
`;
