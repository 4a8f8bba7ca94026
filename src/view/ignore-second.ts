/** Keeps the second press of a double one from the page that came with the first. */
export function ignoreSecond(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault();
}
