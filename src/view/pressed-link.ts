/** The first link or button in a slot; a phone number beside it stays what it is. */
export function linkIn(slot: EventTarget | null): HTMLElement | undefined {
  const given = slot instanceof HTMLSlotElement ? slot.assignedElements({ flatten: true }) : [];
  for (const one of given) {
    const link = one.matches('a, button') ? one : one.querySelector('a, button');
    if (link instanceof HTMLElement) return link;
  }
  return undefined;
}

/** The link of a slot, when it was pressed and nothing else is meant to happen with that. */
export function pressedLink(event: MouseEvent): HTMLElement | undefined {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  const isOurs = button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented);
  const link = linkIn(event.currentTarget);
  return isOurs && link && event.composedPath().includes(link) ? link : undefined;
}
