import { css } from 'lit';

/** How forms, lists of doors and what is to be read look. */
export const textStyles = css`
  :host {
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    max-inline-size: var(--k-measure);
  }
  .title {
    margin-block-end: 0.65em;
    font-size: var(--k-title-size);
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
