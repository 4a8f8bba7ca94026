/** The first link or button in a slot; others beside it, such as a phone number, keep their own behaviour. */
export function linkIn(slot: EventTarget | null): HTMLElement | undefined {
  const given = slot instanceof HTMLSlotElement ? slot.assignedElements({ flatten: true }) : [];
  for (const one of given) {
    const link = one.matches('a, button') ? one : one.querySelector('a, button');
    if (link instanceof HTMLElement) return link;
  }
  return undefined;
}

/** The first link in a slot if a click is on it and is an ordinary one, without a modifier key. */
export function pressedLink(event: MouseEvent): HTMLElement | undefined {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  const isOurs = button === 0 && !(ctrlKey || metaKey || shiftKey || altKey || defaultPrevented);
  const link = linkIn(event.currentTarget);
  return isOurs && link && event.composedPath().includes(link) ? link : undefined;
}
