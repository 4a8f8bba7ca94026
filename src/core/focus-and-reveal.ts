const scrollOptions: ScrollIntoViewOptions = {
  block: 'nearest',
  // Without an animation even where the page scrolls smoothly, so that a click meanwhile hits what it was meant for.
  behavior: 'instant',
};

/** Moves the focus to an element and scrolls it into view; if it is taller than the screen, its title. */
export function focusAndReveal(place: HTMLElement): void {
  place.scrollIntoView(scrollOptions);
  place.querySelector('h3')?.scrollIntoView(scrollOptions);
  place.focus({ preventScroll: true });
}
