import { css } from 'lit';

/** The sheet that holds the form. */
export const styles = css`
  :host {
    display: contents !important;
  }
  dialog {
    inline-size: min(40em, 100%);
    max-inline-size: 100%;
    max-block-size: calc(100% - 2 * min(4em, 6vh));
    /* Held at the top, so that the title of each page comes where the last one was. */
    margin: min(4em, 6vh) auto auto;
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
      transform: translateY(0.75em);
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
    display: flex;
    flex: none;
    justify-content: flex-end;
    padding: 0.5em 0.75em;
  }
  .sheet {
    --edge: -0.25em;
    flex: 1 1 auto;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0.25em clamp(1em, 5vw, 2.5em) 2.5em;
  }
  .leave {
    margin: 0 0 1.5em;
    padding: 1em;
    border: var(--k-border) solid currentColor;
    border-radius: var(--k-radius);
  }
  .leave h2 {
    margin: 0 0 0.5em;
    font-size: var(--k-heading-size);
    line-height: 1.25;
  }
  .leave h2:focus {
    outline: none;
  }
  .leave p {
    margin: 0 0 1em;
  }
  .leave div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
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
