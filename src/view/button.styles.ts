import { css } from 'lit';

/** Buttons, in the form and in the dialog around it. */
export const buttonStyles = css`
  button {
    display: inline-block;
    min-block-size: var(--k-target);
    padding: 0.55em 1.2em;
    border: var(--k-border) solid transparent;
    border-radius: var(--k-radius);
    font-weight: 700;
    line-height: 1.25;
    text-align: center;
    appearance: none;
  }
  .secondary {
    margin-inline-end: 0.5em;
    margin-block-end: 0.5em;
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
    text-underline-offset: 0.15em;
  }
`;
