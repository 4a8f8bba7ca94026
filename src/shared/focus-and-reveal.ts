const near: ScrollIntoViewOptions = {
  block: 'nearest',
  // Whoever has just pressed something must not be on the way while they go on, however smoothly the page scrolls.
  behavior: 'instant',
};

/** Takes the keyboard's focus to something, and brings it into view: of what is higher than the screen, its title. */
export function focusAndReveal(place: HTMLElement): void {
  place.scrollIntoView(near);
  place.querySelector('h3')?.scrollIntoView(near);
  place.focus({ preventScroll: true });
}
