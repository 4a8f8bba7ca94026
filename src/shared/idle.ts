/** Waits until the browser has nothing better to do; where it does not say so (Safari), until it has answered and drawn. */
export const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve);
  });
