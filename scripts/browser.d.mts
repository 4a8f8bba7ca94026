/** Flags for a headless browser. */
export const browserFlags: string[];
/** Finds Chrome, Chromium or Edge; installs Chromium where that is possible, and ends the process otherwise. */
export function findBrowser(): string;
