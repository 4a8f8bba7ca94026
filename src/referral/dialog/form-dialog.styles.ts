import { css } from 'lit';

/** The dialog and the sheet that contains the form. */
export const styles = css`
  :host {
    display: contents !important;
  }
  dialog {
    --top: min(4em, 6vh);
    inline-size: min(40em, 100%);
    max-inline-size: 100%;
    max-block-size: calc(100% - 2 * var(--top));
    /* Fixed at the top, so that the titles of all pages appear at the same place. */
    margin: var(--top) auto auto;
    padding: 0;
    border: 0;
    border-radius: calc(2 * var(--k-radius));
    background: var(--k-surface);
    color: var(--k-text);
    color-scheme: var(--k-scheme);
    overscroll-behavior: contain;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    overflow: hidden;
    animation: appear var(--k-motion) ease-out;
  }
  @keyframes appear {
    from {
      transform: translateY(var(--k-space-3));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .bar {
    flex: none;
    padding: var(--k-space-2) var(--k-space-3);
    text-align: end;
  }
  .sheet {
    --edge: calc(-1 * var(--k-space-1));
    flex: 1 1 auto;
    overflow: auto;
    overscroll-behavior: contain;
    padding: var(--k-space-1) clamp(var(--k-space-4), 5vw, 2.5em) var(--k-gap);
  }
  .leave {
    margin: 0 0 var(--k-gap);
    padding: var(--k-space-4);
    border: var(--k-border) solid;
    border-radius: var(--k-radius);
  }
  .leave h2 {
    margin: 0 0 var(--k-space-2);
    font-size: var(--k-heading-size);
    line-height: var(--k-line-height-tight);
  }
  .leave h2:focus {
    outline: none;
  }
  .leave p {
    margin: 0 0 var(--k-space-4);
  }
  @media (max-width: 480px) {
    dialog {
      inline-size: 100%;
      block-size: 100%;
      max-block-size: 100%;
      margin: 0;
      border-radius: 0;
    }
  }
`;
