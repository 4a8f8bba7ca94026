import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    margin-block-end: 1em;
    font-size: 0.9em;
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
  }
  button {
    min-block-size: 2.25em;
    /* As all that takes the focus below the way out of a page, which stays at the top. */
    scroll-margin-block: 8em;
    padding: 0.25em 0;
    border: 0;
    font-weight: 400;
    line-height: 1.5;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  button[aria-pressed='true'] {
    font-weight: 700;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
  p {
    margin: 0.25em 0 0;
  }
  p button {
    margin-inline-start: 0.25em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
