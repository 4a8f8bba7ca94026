/** Lets the browser draw and answer before the work goes on: a slow phone must not stand still. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
