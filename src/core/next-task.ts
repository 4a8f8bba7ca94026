/** Lets the browser render and handle input before the work continues, so that slow phones stay responsive. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
