import { css } from 'lit';

/** The way out of the page, the cover over it, and the warning that answers are about to be cleared. */
export const safetyStyles = css`
  /* As wide as the form: what scrolls goes wholly under it, and never lies half beside it. */
  .exit {
    position: sticky;
    /* Up to the edge of a box that scrolls, over whatever room that leaves inside. */
    inset-block-start: var(--edge, 0);
    z-index: 1;
    margin-block-end: var(--k-space-4);
  }
  /* Where a screen is very low, as one zoomed far in is, the room is for the form. */
  @media (max-height: 20em) {
    .exit {
      position: static;
    }
  }
  .exit-button {
    inline-size: 100%;
    /* The same on every page: whoever needs it looks for red. */
    background: #b3261e;
    color: #ffffff;
  }
  .presses {
    position: absolute;
    inset-inline-end: 0;
    margin: var(--k-space-1) 0 0;
    padding: var(--k-space-1) var(--k-space-2);
    background: var(--k-field-text);
    color: var(--k-field);
  }
  /* What is brought into view must not come to lie under it. */
  .exit ~ *,
  .exit ~ * * {
    scroll-margin-block-start: 4.5em;
  }
  .cover,
  .inactive {
    margin: auto;
    padding: var(--k-gap);
    border: 0;
    background: var(--k-surface);
    color: var(--k-text);
    color-scheme: var(--k-scheme);
  }
  .cover {
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
  }
  .inactive {
    max-inline-size: min(30em, 100% - 2 * var(--k-space-4));
    border-radius: var(--k-radius);
  }
  .inactive::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .inactive .link {
    margin-inline: var(--k-space-2) 0;
  }
  .left {
    font-size: var(--k-title-size);
    font-weight: var(--k-bold);
  }
`;
