/** The flags of a run without a screen. */
export const browserFlags: string[];
/** Finds Chrome, Chromium or Edge, installing Chromium where that is ours to do; ends the process when it cannot. */
export function findBrowser(): string;
