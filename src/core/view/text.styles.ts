import { css } from 'lit';

/** Styles of text: titles, paragraphs and lists. */
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
  .title,
  .heading,
  h3 {
    margin: 0 0 var(--k-space-3);
    font-size: var(--k-title-size);
    font-weight: var(--k-bold);
    line-height: var(--k-line-height-tight);
  }
  .heading,
  h3 {
    margin-block: var(--k-gap) var(--k-space-2);
    font-size: var(--k-heading-size);
  }
  p,
  ul {
    margin: 0 0 var(--k-space-4);
    padding: 0;
  }
  ul {
    padding-inline-start: var(--k-space-4);
  }
  li {
    margin-block-end: var(--k-space-1);
  }
`;
