import { css } from 'lit';

/** Styles of the exit button, the cover, and the inactivity warning. */
export const safetyStyles = css`
  /* As wide as the form, so that scrolling content never shows beside it. */
  .exit {
    position: sticky;
    /* At the very edge of a scrolling box, over the padding of that box. */
    inset-block-start: var(--edge, 0);
    z-index: 1;
    margin-block-end: var(--k-space-4);
  }
  /* On very low screens, as with a high zoom, it scrolls away to leave room for the form. */
  @media (max-height: 20em) {
    .exit {
      position: static;
    }
  }
  .exit-button {
    inline-size: 100%;
    /* The same red with every theme, so that people can find it. */
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
  /* Keeps elements that are scrolled into view from being covered by it. */
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
