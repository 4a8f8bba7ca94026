// The limit for pages that are never idle.
const longest = 1000;

/**
 * Waits until the browser is idle, or for at most a second. Browsers without `requestIdleCallback` (Safari) only finish
 * the current task.
 */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: longest });
    else setTimeout(resolve);
  });
