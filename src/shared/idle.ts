// On a page that always has something to do.
const longest = 1000;

/**
 * Waits until the browser has nothing better to do, or for a second; where it does not say so (Safari), until it has
 * answered and drawn.
 */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: longest });
    else setTimeout(resolve);
  });
